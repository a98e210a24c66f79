"""zjpub: messy Chinese article text → a bilingual, narrated publication."""

__version__ = "0.1.0"
