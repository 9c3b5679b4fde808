//! Results take their place together, or not at all.

use consoma_files::folder::{Folder, Single};
use std::collections::BTreeMap;
use std::fs;
use std::io::Error;
use std::path::Path;

/// What our tables begin with.
const OURS: &str = "seed,model_hash\n";
const NAMES: [&str; 3] = ["a.csv", "b.csv", "c.csv"];

fn open(path: &Path) -> Folder {
    Folder::open(path, &NAMES, &[]).unwrap()
}

fn write(path: &Path, files: &[(&str, &str)]) {
    let mut folder = open(path);
    for (name, text) in files {
        folder.file(name, |out| write!(out, "{OURS}{text}")).unwrap();
    }
    folder.finish().unwrap();
}

fn contents(path: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(path).unwrap().map(Result::unwrap);
    let name = |entry: &fs::DirEntry| entry.file_name().into_string().unwrap();
    let text = |entry: &fs::DirEntry| fs::read_to_string(entry.path()).unwrap_or_default().replace(OURS, "");
    entries.map(|entry| (name(&entry), text(&entry))).collect()
}

fn texts(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn a_failed_write_leaves_earlier_results() {
    let place = tempfile::tempdir().unwrap();
    let old = [("a.csv", "old a"), ("b.csv", "old b")];
    write(place.path(), &old);
    let mut second = open(place.path());
    second.file("a.csv", |out| out.write_all(b"new a")).unwrap();
    let failed = second.file("b.csv", |out| out.write_all(b"half").and_then(|()| Err(Error::other("disk full"))));
    assert!(failed.unwrap_err().to_string().ends_with("b.csv`: disk full"));
    drop(second);
    assert_eq!(contents(place.path()), texts(&old), "nothing is new, nothing is left behind");
}

#[test]
fn a_file_that_cannot_take_its_place_takes_the_others_back() {
    let place = tempfile::tempdir().unwrap();
    let old = [("b.csv", "old b"), ("c.csv", "old c")];
    write(place.path(), &old);
    let mut second = open(place.path());
    for name in ["a.csv", "b.csv"] {
        second.file(name, |out| write!(out, "new {name}")).unwrap();
    }
    // The second of them vanishes, when the first has taken its place.
    let part = contents(place.path()).into_iter().find(|(_, text)| text == "new b.csv").unwrap().0;
    fs::remove_file(place.path().join(part)).unwrap();
    let failed = second.finish().unwrap_err();
    assert!(failed.kept && failed.path.ends_with("b.csv"), "{failed}");
    assert_eq!(contents(place.path()), texts(&old));
}

#[test]
fn files_of_an_earlier_run_that_this_one_does_not_write_are_removed() {
    let place = tempfile::tempdir().unwrap();
    write(place.path(), &[("a.csv", "old a"), ("b.csv", "old b")]);
    fs::write(place.path().join("mine.csv"), "mine").unwrap();
    write(place.path(), &[("b.csv", "new b"), ("c.csv", "new c")]);
    assert_eq!(contents(place.path()), texts(&[("b.csv", "new b"), ("c.csv", "new c"), ("mine.csv", "mine")]));
}

#[test]
fn what_a_killed_run_left_is_undone() {
    let place = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| fs::write(place.path().join(name), format!("{OURS}{text}")).unwrap();
    put("mine.csv", "mine");
    put("a.csv", "new a");
    put("b.csv", "new b");
    put(".consoma-b.csv.old", "old b");
    fs::write(place.path().join(".consoma-journal"), "new a.csv\nold b.csv\nnew mine.csv\n").unwrap();
    drop(open(place.path()));
    assert_eq!(contents(place.path()), texts(&[("b.csv", "old b"), ("mine.csv", "mine")]));
    // Without a journal the new files count.
    put(".consoma-b.csv.old", "older b");
    drop(open(place.path()));
    assert_eq!(contents(place.path()), texts(&[("b.csv", "old b"), ("mine.csv", "mine")]));
}

#[test]
fn abandoned_parts_are_removed_and_young_ones_are_not() {
    let place = tempfile::tempdir().unwrap();
    let hours = |name: &str, hours: u64| {
        let file = fs::File::create(place.path().join(name)).unwrap();
        file.set_modified(std::time::SystemTime::now() - std::time::Duration::from_secs(3600 * hours)).unwrap();
    };
    hours(".consoma-old.part", 2);
    hours(".consoma-young.part", 0);
    hours("mine.part", 2);
    drop(open(place.path()));
    assert_eq!(contents(place.path()).into_keys().collect::<Vec<_>>(), [".consoma-young.part", "mine.part"]);
}

#[test]
fn two_runs_cannot_mix() {
    let place = tempfile::tempdir().unwrap();
    let first = open(place.path());
    let message = Folder::open(place.path(), &NAMES, &[]).unwrap_err().to_string();
    let process = format!("(process {})", std::process::id());
    assert!(message.contains("another run writes here") && message.contains(&process), "{message}");
    assert!(message.contains(".consoma-lock"), "{message}");
    drop(first);
    drop(open(place.path()));
}

#[cfg(target_os = "linux")]
#[test]
fn the_lock_of_a_process_that_is_gone_is_taken_over() {
    let place = tempfile::tempdir().unwrap();
    let lock = place.path().join(".consoma-lock");
    let folder = open(place.path());
    let ours = fs::read_to_string(&lock).unwrap();
    drop(folder);
    let mut child = std::process::Command::new("true").spawn().unwrap();
    let gone = child.id().to_string();
    child.wait().unwrap();
    let stale = ours.replace(&std::process::id().to_string(), &gone);
    fs::write(&lock, &stale).unwrap();
    drop(open(place.path()));
    assert!(!lock.exists());
    // The same number on another machine means nothing here.
    fs::write(&lock, format!("process {gone}\nmachine elsewhere\n")).unwrap();
    assert!(Folder::open(place.path(), &NAMES, &[]).unwrap_err().to_string().contains("remove"));
    assert!(lock.exists());
}

#[test]
fn a_file_is_no_folder() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("results");
    fs::write(&file, "mine").unwrap();
    assert!(Folder::open(&file, &NAMES, &[]).unwrap_err().to_string().contains("a file, not a folder"));
    assert!(Folder::open(&file.join("deeper"), &NAMES, &[]).is_err());
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
}

#[test]
fn an_input_is_not_replaced() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("a.csv");
    fs::write(&path, "mine").unwrap();
    let message = Folder::open(place.path(), &NAMES, std::slice::from_ref(&path)).unwrap_err().to_string();
    assert!(message.contains("reads this file"), "{message}");
    assert!(Single::open(&path, std::slice::from_ref(&path)).is_err());
}

#[cfg(unix)]
#[test]
fn links_lead_to_regular_files_or_are_refused() {
    use std::os::unix::fs::symlink;
    let (place, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (link, target) = (place.path().join("a.csv"), other.path().join("there.csv"));
    fs::write(&target, OURS).unwrap();
    symlink(&target, &link).unwrap();
    let message = Folder::open(place.path(), &NAMES, &[]).unwrap_err().to_string();
    assert!(message.contains("leads out of the folder"), "{message}");
    assert_eq!(fs::read_to_string(&target).unwrap(), OURS);
    // A link inside the folder is followed, to a file of ours.
    let inside = place.path().join("inside.csv");
    for (text, good) in [("mine", false), (OURS, true)] {
        fs::write(&inside, text).unwrap();
        fs::remove_file(&link).unwrap();
        symlink("inside.csv", &link).unwrap();
        assert_eq!(Folder::open(place.path(), &NAMES, &[]).is_ok(), good);
    }
    write(place.path(), &[("a.csv", "new a"), ("b.csv", "new b")]);
    assert!(link.is_symlink() && contents(place.path())["inside.csv"] == "new a");
    // A special file that no mistake can harm: a test never aims at a device of the machine.
    let socket = other.path().join("socket");
    let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    for nowhere in [&socket, other.path(), &other.path().join("nothing")] {
        fs::remove_file(&link).unwrap();
        symlink(nowhere, &link).unwrap();
        assert!(Folder::open(place.path(), &NAMES, &[]).is_err(), "{nowhere:?}");
        assert!(Single::open(&link, &[]).is_err(), "{nowhere:?}");
    }
    assert_eq!(contents(place.path())["b.csv"], "new b");
}

#[test]
fn a_single_file() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("page.html");
    for text in ["one", "two"] {
        Single::open(&path, &[]).unwrap().write(text).unwrap();
        assert_eq!(contents(place.path()), texts(&[("page.html", text)]));
    }
    let deeper = place.path().join("new").join("page.html");
    assert!(Single::open(&deeper, &[]).unwrap_err().to_string().contains("make it first"));
    assert!(!place.path().join("new").exists());
}

#[test]
fn somebodys_files_are_kept() {
    let names = ["columns.parquet", "columns.csv", "summary.json", "report.html"];
    for name in names {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join(name);
        for mine in ["mine", "PAR1", "time,value\n1,2\n", "{ \"mine\": 1, \"consoma\": 1 }", "<!doctype html>\nmine"] {
            fs::write(&path, mine).unwrap();
            let message = Folder::open(place.path(), &names, &[]).unwrap_err().to_string();
            assert!(message.contains("something else has this name") && message.contains("move it away"), "{message}");
            assert_eq!(fs::read_to_string(&path).unwrap(), mine);
        }
        let footer = b"schema model_hash";
        let parquet = [b"PAR1".as_slice(), footer, &(footer.len() as u32).to_le_bytes(), b"PAR1"].concat();
        let page = consoma_files::folder::PAGE.as_bytes();
        let ours = [parquet.as_slice(), OURS.as_bytes(), b"{\n  \"consoma\": \"0.1.0\"", page];
        for text in [ours[names.iter().position(|it| *it == name).unwrap()], b""] {
            fs::write(&path, text).unwrap();
            drop(Folder::open(place.path(), &names, &[]).unwrap());
        }
    }
}

#[test]
fn what_comes_while_a_run_lasts_is_kept() {
    let place = tempfile::tempdir().unwrap();
    let mut folder = open(place.path());
    folder.file("a.csv", |out| out.write_all(OURS.as_bytes())).unwrap();
    // A name that this run would write, and one that it would remove.
    for name in ["a.csv", "c.csv"] {
        fs::write(place.path().join(name), "mine").unwrap();
    }
    assert!(folder.finish().unwrap_err().to_string().contains("move it away"));
    assert_eq!(contents(place.path()), texts(&[("a.csv", "mine"), ("c.csv", "mine")]));
    let path = place.path().join("page.html");
    let single = Single::open_own(&path, &[], consoma_files::folder::PAGE).unwrap();
    fs::write(&path, "mine").unwrap();
    assert!(single.write("new").is_err());
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
}
