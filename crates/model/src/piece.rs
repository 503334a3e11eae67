//! What a source yields: one stream of these, in any order.

use crate::answer::Answer;
use crate::coverage::Coverage;
use crate::fact::Fact;
use crate::observation::Observation;
use crate::post::Post;
use crate::visit::Visit;

/// One thing a source tells about one space.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// A post of the team.
    Post(Post),
    /// A dated act.
    Fact(Fact),
    /// A figure the service told.
    Observation(Observation),
    /// A visit to the site.
    Visit(Visit),
    /// What a respondent of a survey said.
    Answer(Answer),
    /// What is known in full over which stretch.
    Coverage(Coverage),
}
