"""Files and bytes become articles, or an error that says why not."""
