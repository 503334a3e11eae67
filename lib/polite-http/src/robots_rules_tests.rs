//! Cases of RFC 9309 and of the wild for `robots_rules.rs`.
#![allow(clippy::unwrap_used, reason = "a failed parse is a failed test")]

use super::*;
use proptest::prelude::*;
use rstest::rstest;

#[rstest]
#[case::nothing("", "/x", true)]
#[case::everything("User-agent: *\nDisallow: /", "/x", false)]
#[case::prefix("User-agent: *\nDisallow: /private", "/private/x", false)]
#[case::prefix_of_a_word("User-agent: *\nDisallow: /private", "/privateer", false)]
#[case::another_path("User-agent: *\nDisallow: /private", "/public", true)]
#[case::case_of_the_path("User-agent: *\nDisallow: /Private", "/private", true)]
#[case::case_of_names("USER-AGENT: QUILL\ndisallow: /", "/x", false)]
#[case::another_program("User-agent: other\nDisallow: /", "/x", true)]
#[case::longer_name("User-agent: quillpen\nDisallow: /", "/x", true)]
#[case::version("User-agent: Quill/1.0\nDisallow: /", "/x", false)]
#[case::ours_before_everyones("User-agent: *\nDisallow: /\n\nUser-agent: quill\nDisallow: /a", "/b", true)]
#[case::ours_is_empty("User-agent: *\nDisallow: /\n\nUser-agent: quill\nDisallow:", "/b", true)]
#[case::ours_named_at_the_end("User-agent: *\nDisallow: /\n\nUser-agent: quill", "/b", true)]
#[case::two_groups_join(
    "User-agent: quill\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: quill\nDisallow: /b",
    "/b",
    false
)]
#[case::two_names_one_group("User-agent: x\nUser-agent: quill\nDisallow: /", "/x", false)]
#[case::sitemap_between_names("User-agent: quill\nSitemap: http://h/s\nUser-agent: x\nDisallow: /", "/x", false)]
#[case::delay_between_names("User-agent: quill\nCrawl-delay: 1\nUser-agent: x\nDisallow: /", "/x", false)]
#[case::rules_before_any_name("Disallow: /\nUser-agent: x\nDisallow: /", "/x", true)]
#[case::longest_wins("User-agent: *\nDisallow: /\nAllow: /open", "/open/x", true)]
#[case::longest_wins_in_any_order("User-agent: *\nAllow: /open\nDisallow: /open/not", "/open/not", false)]
#[case::allow_wins_a_tie("User-agent: *\nDisallow: /page\nAllow: /page", "/page", true)]
#[case::empty_beside_full("User-agent: *\nDisallow:\nDisallow: /", "/x", false)]
#[case::star("User-agent: *\nDisallow: /*.gif", "/a/b.gif?x=1", false)]
#[case::star_must_match("User-agent: *\nDisallow: /*.gif", "/a/b.png", true)]
#[case::two_stars("User-agent: *\nDisallow: /a*b*c", "/a1b2c3", false)]
#[case::star_at_the_start("User-agent: *\nDisallow: *private", "/x/private", false)]
#[case::end("User-agent: *\nDisallow: /*.php$", "/x.php", false)]
#[case::not_the_end("User-agent: *\nDisallow: /*.php$", "/x.php?y", true)]
#[case::last_piece_at_the_end("User-agent: *\nDisallow: /*ab$", "/ab/ab", false)]
#[case::pieces_do_not_overlap("User-agent: *\nDisallow: /aba*ab$", "/abab", true)]
#[case::whole_path("User-agent: *\nDisallow: /x$", "/x", false)]
#[case::whole_path_and_more("User-agent: *\nDisallow: /x$", "/xy", true)]
#[case::only_the_root("User-agent: *\nDisallow: /$", "/x", true)]
#[case::dollar_inside("User-agent: *\nDisallow: /a$b", "/a$b", false)]
#[case::encoded_dollar("User-agent: *\nDisallow: /a%24", "/a$", false)]
#[case::encoded_star("User-agent: *\nDisallow: /a%2Ab", "/a*b", false)]
#[case::encoded_star_is_no_wildcard("User-agent: *\nDisallow: /a%2Ab", "/axb", true)]
#[case::encoded_rule("User-agent: *\nDisallow: /foo/%62%61%7A", "/foo/baz", false)]
#[case::encoded_path("User-agent: *\nDisallow: /foo/baz", "/foo/%62%61%7A", false)]
#[case::encoded_slash_is_another_path("User-agent: *\nDisallow: /a/b", "/a%2Fb", true)]
#[case::case_of_hex_digits("User-agent: *\nDisallow: /a%2fb", "/a%2Fb", false)]
#[case::beyond_ascii("User-agent: *\nDisallow: /été", "/%C3%A9t%C3%A9", false)]
#[case::query("User-agent: *\nDisallow: /*?page=", "/list?page=2", false)]
#[case::byte_order_mark("\u{feff}User-agent: *\nDisallow: /", "/x", false)]
#[case::old_line_ends("User-agent: *\rDisallow: /", "/x", false)]
#[case::dos_line_ends("User-agent: *\r\nDisallow: /\r\n", "/x", false)]
#[case::spaces_and_comments("  User-agent :  *  # all\n\tDisallow :\t/x # not here", "/x", false)]
#[case::comment_line("User-agent: *\n# Disallow: /", "/x", true)]
#[case::html_in_place_of_rules("<!doctype html><title>User-agent: *</title>", "/x", true)]
#[case::its_own_file("User-agent: *\nDisallow: /", "/robots.txt", true)]
fn a_path_is_judged(#[case] text: &str, #[case] path: &str, #[case] allowed: bool) {
    assert_eq!(Rules::parse(text.as_bytes(), "quill").allow(path), allowed, "{text:?}");
}

#[test]
fn one_monstrous_rule_does_not_void_the_others() {
    let text = format!("User-agent: *\nDisallow: /{}$\nDisallow: /private", "*a".repeat(100_000));
    let rules = Rules::parse(text.as_bytes(), "quill");
    assert!(!rules.allow("/private"));
    assert!(rules.allow(&format!("/{}b", "a".repeat(8_000))));
}

#[rstest]
#[case("User-agent: *\nCrawl-delay: 2.5", Some(2_500))]
#[case("User-agent: *\nCrawl-delay: 2\nUser-agent: quill\nCrawl-delay: 7", Some(7_000))]
#[case("User-agent: *\nCrawl-delay: 999999", Some(60_000))]
#[case("User-agent: *\nCrawl-delay: inf", None)]
#[case("User-agent: *\nCrawl-delay: NaN", None)]
#[case("User-agent: *\nCrawl-delay: -1", None)]
#[case("Crawl-delay: 3", None)]
fn the_delay_is_read_and_bounded(#[case] text: &str, #[case] millis: Option<u64>) {
    assert_eq!(Rules::parse(text.as_bytes(), "quill").delay, millis.map(Duration::from_millis));
}

/// The definition of `*`, without cleverness: any prefix may be what it stands for.
fn plainly_matches(pattern: &[u8], to_the_end: bool, path: &[u8]) -> bool {
    match pattern.split_first() {
        None => !to_the_end || path.is_empty(),
        Some((b'*', rest)) => (0..=path.len()).any(|skip| plainly_matches(rest, to_the_end, path.get(skip..).unwrap())),
        Some((first, rest)) => {
            path.split_first().is_some_and(|(byte, path)| byte == first && plainly_matches(rest, to_the_end, path))
        }
    }
}

proptest! {
    #[test]
    fn matching_agrees_with_its_definition(pattern in "/[ab*]{0,8}", to_the_end: bool, path in "/[ab]{0,10}") {
        let end = if to_the_end { "$" } else { "" };
        let rules = Rules::parse(format!("User-agent: *\nDisallow: {pattern}{end}").as_bytes(), "quill");
        prop_assert_eq!(!rules.allow(&path), plainly_matches(pattern.as_bytes(), to_the_end, path.as_bytes()));
    }

    #[test]
    fn no_file_is_too_strange(text in proptest::collection::vec(any::<u8>(), 0..400), path in "/\\PC{0,20}") {
        Rules::parse(&text, "quill").allow(&path);
    }
}
