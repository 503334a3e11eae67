//! Watches what is embedded, so that a script built or a message added after the last build is not missed.
//! Builds nothing itself: the interface is built by `make interface`, or not at all.

fn main() {
    // An empty folder can be watched, an absent one cannot; where it cannot be made (a read-only tree), it is not there.
    let _ = std::fs::create_dir_all("../../interface/dist");
    for folder in ["../../interface/dist", "../../interface/src", "../../locales"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
