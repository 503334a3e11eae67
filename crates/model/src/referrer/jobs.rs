//! Job boards: searches of their own kind. No rule set calls them search engines; they are named so that an HR
//! team sees them by name among its referrers.

/// One line per board.
pub(super) const HOSTS: &str = "
Indeed = indeed.* indeed.jobs
Monster = monster.*
StepStone = stepstone.*
HelloWork = hellowork.com regionsjob.com
Apec = apec.fr
France Travail = francetravail.fr pole-emploi.fr
Welcome to the Jungle = welcometothejungle.com
Glassdoor = glassdoor.*
kununu = kununu.com
Cadremploi = cadremploi.fr
Jobteaser = jobteaser.com
";
