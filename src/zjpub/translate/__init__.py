"""Article → Translation: engines, what people said before, the words a publication insists on, and checks on it all."""

from zjpub.translate.desk import Desk, missing, translate, translate_lines

__all__ = ["Desk", "missing", "translate", "translate_lines"]
