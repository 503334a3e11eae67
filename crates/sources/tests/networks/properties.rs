//! No bytes make any of these formats panic: files that begin like real ones, cut and damaged anywhere.

use crate::support::{Gather, paris};
use proptest::prelude::*;
use sources::Options;
use sources::input::{self, Input};
use sources::registry::by_id;

const FORMATS: &[&str] = &[
    "facebook-insights-page",
    "facebook-insights-posts",
    "meta-audience",
    "x-activity",
    "x-video",
    "x-archive",
    "instagram-download",
    "threads-download",
    "pinterest-overview",
    "reddit-download",
];

const SEEDS: &[&str] = &[
    "Date,Lifetime Total Likes,Daily New Likes,Daily Unlikes\n,Lifetime: a,Daily: b,Daily: c\n09/01/14,12015,19,4\n09/02/14,12035,20,\n",
    "Post ID,Permalink,Post Message,Type,Posted,Lifetime Post Total Reach\n1_2,https://f.example/1,\"a\nb\",Photo,09/14/2014 03:05:12 AM,900\n",
    "sep=\t\nFacebook followers\t\nFB_PAGE\tFOLLOW\n30222\t\n\t\nTop cities\t\nLyon\t4%\n",
    "Date,Tweets published,impressions,retweets,replies,likes\n2021-08-01,2,1014,3,1,8\n",
    "Tweet id,Tweet text,time,impressions,retweets,replies,likes\n716012345678901248,a,2016-04-01 20:36 +0000,1,2,3,4\n",
    "Video overview,,\nDate,Views,Watch Time (ms)\n2025-08-25,1,2\n",
    "window.YTD.tweets.part0 = [{\"tweet\": {\"id_str\": \"5\", \"created_at\": \"Mon Dec 08 05:20:30 +0000 2025\", \"full_text\": \"RT @a: b\"}}];",
    "window.YTD.direct_messages.part0 = [{\"dmConversation\": {\"conversationId\": \"1-2\", \"messages\": [{\"messageCreate\": {\"id\": \"1\", \"senderId\": \"1\", \"recipientId\": \"2\", \"createdAt\": \"2025-12-06T18:22:30.000Z\"}}]}}]",
    "[{\"title\": \"\", \"string_list_data\": [{\"href\": \"https://i.example/ada\", \"value\": \"ada\", \"timestamp\": 1700000000}]}]",
    "[{\"string_map_data\": {\"Comment\": {\"value\": \"\\u00c3\\u00a9\"}, \"Time\": {\"timestamp\": 1700000000}}}]",
    "{\"text_post_app_text_posts\": [{\"media\": [{\"uri\": \"\", \"creation_timestamp\": 1710000000, \"title\": \"a\"}]}]}",
    "Analytics overview\n2026-05-25 - 2026-05-26\n\nDate,Saves\n2026-05-25,0\n2026-05-26,3\n\nTop Pins\nPinterest Link,Saves\nhttps://p.example/1/,3\nend\n",
    "id,permalink,date,ip,subreddit,gildings,link,parent,body\nc1,https://r.example/c1,2014-08-27 00:59:46 UTC,,s,0,https://r.example/comments/p1/,c0,\"a\nb\"\n",
];

fn feed(bytes: &[u8]) {
    for id in FORMATS {
        let (peek, mut input) = input::peek(Input::from_bytes("file", bytes.to_vec()).unwrap()).unwrap();
        let format = by_id(id).unwrap();
        let _ = format.recognise(&peek);
        let _ = format.networks(&peek);
        let options = Options { skip_bad: true, include_private: true, ..paris() };
        let _ = format.read(&mut input, &options, &mut Gather::default());
    }
}

proptest! {
    #[test]
    fn no_bytes_make_a_format_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        feed(&bytes);
    }

    #[test]
    fn no_damage_makes_a_format_panic(
        which in 0..SEEDS.len(), cut in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), byte in any::<u8>()
    ) {
        let mut bytes = SEEDS[which].as_bytes().to_vec();
        let place = at.index(bytes.len());
        bytes[place] = byte;
        bytes.truncate(cut.index(bytes.len()) + 1);
        feed(&bytes);
    }
}

#[test]
fn the_seeds_are_read() {
    for seed in SEEDS {
        let options = Options {
            include_private: true,
            team: vec!["1".to_owned()],
            network: Some(model::Network::Facebook),
            ..paris()
        };
        assert!(crate::support::read("file", seed.as_bytes(), &options).is_ok(), "{seed}");
    }
}
