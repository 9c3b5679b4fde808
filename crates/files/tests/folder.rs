//! Results take their place together, or not at all.

use consoma_files::folder::Folder;
use std::io::Error;

#[test]
fn a_failed_write_leaves_earlier_results() {
    let place = tempfile::tempdir().unwrap();
    let read = |name: &str| std::fs::read_to_string(place.path().join(name)).unwrap();
    let mut first = Folder::open(place.path()).unwrap();
    first.file("a.csv", |out| out.write_all(b"old a")).unwrap();
    first.file("b.csv", |out| out.write_all(b"old b")).unwrap();
    first.finish().unwrap();

    let mut second = Folder::open(place.path()).unwrap();
    second.file("a.csv", |out| out.write_all(b"new a")).unwrap();
    let failed = second.file("b.csv", |out| out.write_all(b"half").and_then(|()| Err(Error::other("disk full"))));
    assert!(failed.unwrap_err().to_string().ends_with("b.csv`: disk full"));
    assert_eq!((read("a.csv"), read("b.csv")), ("old a".into(), "old b".into()));
    drop(second);
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 2, "nothing is left behind");
}

#[test]
fn a_file_is_no_folder() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("results");
    std::fs::write(&file, "mine").unwrap();
    assert!(Folder::open(&file).unwrap_err().to_string().contains("a file, not a folder"));
    assert!(Folder::open(&file.join("deeper")).is_err());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");
}
