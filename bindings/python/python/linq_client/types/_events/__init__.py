# Written by `cargo xtask bindings`: change what it is written from.
