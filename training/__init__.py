"""How the starter model is made: data → training on a GPU → an Argos package. Not part of the installed zjpub."""
