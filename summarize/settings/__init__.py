"""Settings, and the only reader of the environment: values, where they come from, and which key goes where."""

from summarize.settings.addresses import OPENAI_URL
from summarize.settings.finding import user_file
from summarize.settings.libraries import one_thread, without_plugins
from summarize.settings.loading import color_wanted, in_workflow, load, told_by, users_cache
from summarize.settings.places import FILE, SETTABLE
from summarize.settings.values import BUILT_IN_ENGINES, Effort, Nlp, Price, Settings

__all__ = [
    "BUILT_IN_ENGINES",
    "FILE",
    "OPENAI_URL",
    "SETTABLE",
    "Effort",
    "Nlp",
    "Price",
    "Settings",
    "color_wanted",
    "in_workflow",
    "load",
    "one_thread",
    "told_by",
    "user_file",
    "users_cache",
    "without_plugins",
]
