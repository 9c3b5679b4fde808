//! Files that are not there, are no text, or are cut.

use consoma_files::scenario::read;

#[test]
fn no_such_file() {
    let message = read("no/such/file.toml".as_ref()).unwrap_err().to_string();
    assert!(message.contains("cannot read `no/such/file.toml`: no such file"), "{message}");
}

#[test]
fn a_folder() {
    let folder = tempfile::tempdir().unwrap();
    assert!(read(folder.path()).unwrap_err().to_string().contains("this is a folder"));
}

#[cfg(unix)]
#[test]
fn a_device() {
    for path in ["/dev/zero", "/dev/null"] {
        assert!(read(path.as_ref()).unwrap_err().to_string().contains("a device"), "{path}");
    }
}

#[test]
fn a_file_that_is_too_large() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.toml");
    std::fs::File::create(&path).unwrap().set_len((64 << 20) + 1).unwrap();
    assert!(read(&path).unwrap_err().to_string().contains("larger than 64 MiB"));
}

#[test]
fn not_utf8() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bad.toml");
    std::fs::write(&path, b"consoma = 1\nname = \"caf\xe9\"\n").unwrap();
    let problems = read(&path).unwrap_err();
    assert_eq!(problems.place(), (2, 12));
    assert!(problems.to_string().contains("save the file as UTF-8"), "{problems}");
}

#[test]
fn a_byte_order_mark_is_no_mistake() {
    let text = format!("\u{feff}{}", consoma_files::scenario::EVENING.1);
    consoma_files::scenario::parse("bom.toml", &text).unwrap();
}

#[test]
fn no_cut_file_panics() {
    let text = consoma_files::scenario::EVENING.1;
    for (end, _) in text.char_indices().step_by(3) {
        // Whether it is still a scenario does not matter; that it is answered does.
        if let Err(problems) = consoma_files::scenario::parse("cut.toml", &text[..end]) {
            assert!(!problems.list().is_empty() && !problems.to_string().is_empty());
        }
    }
}
