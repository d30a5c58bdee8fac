"""Settings, and the only reader of the environment: values, where they come from, and which key goes where."""

from summarize.settings.addresses import OPENAI_URL
from summarize.settings.loading import FILE, load, one_thread
from summarize.settings.values import Effort, EngineChoice, Nlp, Price, Settings

__all__ = ["FILE", "OPENAI_URL", "Effort", "EngineChoice", "Nlp", "Price", "Settings", "load", "one_thread"]
