"""The language-model engine. openai, instructor and tenacity are imported here and nowhere else."""

from summarize.engines.model.engine import DEFAULT_MODEL, ModelEngine

__all__ = ["DEFAULT_MODEL", "ModelEngine"]
