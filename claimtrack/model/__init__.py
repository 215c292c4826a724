"""The trained attribution model: text to word pieces, a tagger on onnxruntime, labels and links to spans."""
