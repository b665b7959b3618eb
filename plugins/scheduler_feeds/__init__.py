"""Posts, texts and pictures as feeds for schedulers and readers: RSS, Atom, JSON Feed."""
