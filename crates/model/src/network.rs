//! The kinds of space: one closed list, the same words everywhere.

crate::coded!(
    /// The kind of a space.
    Network, "network", {
        /// Facebook page or group.
        Facebook = 1, "facebook";
        /// Instagram account.
        Instagram = 2, "instagram";
        /// X, once Twitter.
        X = 3, "x";
        /// LinkedIn page or member.
        Linkedin = 4, "linkedin";
        /// Pinterest account.
        Pinterest = 5, "pinterest";
        /// YouTube channel.
        Youtube = 6, "youtube";
        /// TikTok account.
        Tiktok = 7, "tiktok";
        /// Threads account.
        Threads = 8, "threads";
        /// Mastodon and what speaks its API.
        Mastodon = 9, "mastodon";
        /// Bluesky account.
        Bluesky = 10, "bluesky";
        /// Google+, closed in 2019: archives only.
        Googleplus = 11, "googleplus";
        /// A blog.
        Blog = 12, "blog";
        /// A web site with its access logs or audience figures.
        Site = 13, "site";
        /// A forum.
        Forum = 14, "forum";
        /// A newsletter.
        Newsletter = 15, "newsletter";
        /// A chat room or group.
        Chat = 16, "chat";
        /// What happens away from any network: mails, calls, meetings, events.
        Journal = 17, "journal";
        /// A place none of the others describes.
        Other = 18, "other";
    }
);
