//! A cell: one row of keys in one column, and the questions a formula may put to it. Formulas see nothing else.

use crate::answer::{Caveat, Figure, Status};
use crate::evaluation::{Evaluation, Ground, VisitClass};
use crate::frame::Column;
use crate::group::Group;
use crate::history::{ImportInfo, SheetRow};
use crate::indicator::Indicator;
use crate::ledger::{Ledger, Line, is_window, told_figure, window};
use crate::material::SpaceMaterial;
use crate::people::Census;
use crate::quantity::{Quantity, Sheets, VISITS_BY_ORIGIN};
use crate::told::{Remark, Teller, Told};
use model::{FactKind, Metric, What};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// Everything known about one row of keys, over all columns; what formulas ask for is worked out once.
pub struct RowGround<'a> {
    /// The evaluation.
    pub evaluation: &'a Evaluation<'a>,
    /// The row.
    pub group: &'a Group,
    /// The indicator asked for.
    pub indicator: &'static Indicator,
    lines: RefCell<Vec<(Quantity, Lines)>>,
    sums: RefCell<Vec<(Quantity, Rc<Vec<Told>>)>>,
    posts: OnceCell<Vec<Vec<(usize, usize)>>>,
    people: OnceCell<Vec<u64>>,
    visits: OnceCell<Vec<VisitSums>>,
}

/// The lines of the row's spaces, in their order.
type Lines = Rc<Vec<Line>>;

/// Visits of a cell by what their origin says.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct VisitSums {
    /// From social networks, unpaid.
    pub social: f64,
    /// From social networks, paid.
    pub paid_social: f64,
    /// All visits of logs that write referrers.
    pub all: f64,
    /// Of these, those that nothing says the origin of.
    pub untraced: f64,
    /// Visits of logs that write none.
    pub untold: f64,
}

impl VisitSums {
    fn add(&mut self, class: &VisitClass, visits: f64) {
        if !class.told {
            self.untold += visits;
            return;
        }
        self.all += visits;
        self.untraced += if class.traced { 0.0 } else { visits };
        self.social += if class.channel.is_social() { visits } else { 0.0 };
        self.paid_social += if class.channel.is_paid_social() { visits } else { 0.0 };
    }

    fn merge(&mut self, other: Self) {
        self.social += other.social;
        self.paid_social += other.paid_social;
        self.all += other.all;
        self.untraced += other.untraced;
        self.untold += other.untold;
    }
}

impl<'a> RowGround<'a> {
    /// A row before anything was asked of it.
    pub const fn new(evaluation: &'a Evaluation<'a>, group: &'a Group, indicator: &'static Indicator) -> Self {
        Self {
            evaluation,
            group,
            indicator,
            lines: RefCell::new(Vec::new()),
            sums: RefCell::new(Vec::new()),
            posts: OnceCell::new(),
            people: OnceCell::new(),
            visits: OnceCell::new(),
        }
    }

    /// The cell of a column.
    pub const fn cell<'b>(&'b self, at: usize, column: &'b Column) -> Cell<'b> {
        Cell { row: self, at, column }
    }

    fn line(&self, place: usize, quantity: Quantity) -> Line {
        Ledger::open(self.evaluation, place, quantity, &self.group.narrow).line()
    }

    fn expected_in(&self, place: usize) -> bool {
        self.indicator.places.expect(self.evaluation.space(place).0.info.network)
    }

    /// The lines of the row's spaces, kept apart: for figures that are not plain sums.
    fn lines(&self, quantity: Quantity) -> Lines {
        if let Some((_, lines)) = self.lines.borrow().iter().find(|(known, _)| *known == quantity) {
            return Rc::clone(lines);
        }
        let lines: Lines = Rc::new(self.group.spaces.iter().map(|place| self.line(*place, quantity)).collect());
        self.lines.borrow_mut().push((quantity, Rc::clone(&lines)));
        lines
    }

    /// The sum over the row's spaces by column. Lines are let go one by one: two years of days in many spaces are
    /// megabytes otherwise, and asking the system for them costs more than adding up.
    fn sums(&self, quantity: Quantity) -> Rc<Vec<Told>> {
        if let Some((_, sums)) = self.sums.borrow().iter().find(|(known, _)| *known == quantity) {
            return Rc::clone(sums);
        }
        let mut sums = vec![Told::default(); self.evaluation.frame.columns.len()];
        for place in &self.group.spaces {
            let line = self.line(*place, quantity);
            if line.any || self.expected_in(*place) {
                for (sum, told) in sums.iter_mut().zip(&line.columns) {
                    sum.add_space(told);
                }
            }
        }
        let sums = Rc::new(sums);
        self.sums.borrow_mut().push((quantity, Rc::clone(&sums)));
        sums
    }

    /// By column, the posts as place of the space and place of the sheet.
    fn posts(&self) -> &Vec<Vec<(usize, usize)>> {
        self.posts.get_or_init(|| {
            let frame = &self.evaluation.frame;
            let mut columns = vec![Vec::new(); frame.columns.len()];
            if let Some(only) = self.group.only {
                if let Some(column) = columns.get_mut(only.column) {
                    column.push((only.place, only.sheet));
                }
                return columns;
            }
            for place in &self.group.spaces {
                let mut walk = frame.walk();
                for (at, sheet) in self.evaluation.space(*place).0.sheets.iter().enumerate() {
                    let narrow = &self.group.narrow;
                    if narrow.takes(sheet.content_type, sheet.person.as_deref()) {
                        let column = walk.column_at(sheet.at);
                        if let Some(column) = column.and_then(|column| columns.get_mut(column)) {
                            column.push((*place, at));
                        }
                    }
                }
            }
            columns
        })
    }

    /// By column, how many different people did any of these things.
    fn people(&self, kinds: &[FactKind]) -> &Vec<u64> {
        self.people.get_or_init(|| {
            let frame = &self.evaluation.frame;
            let mut columns: Vec<Vec<u32>> = vec![Vec::new(); frame.columns.len()];
            for place in &self.group.spaces {
                for set in &self.evaluation.space(*place).0.actors {
                    let wanted = self.group.narrow.kind.is_none_or(|kind| kind == set.kind);
                    if !wanted || !kinds.contains(&set.kind) || !self.evaluation.filters.takes_kind(set.kind) {
                        continue;
                    }
                    let mut walk = frame.walk();
                    for (quarter, actors) in &set.quarters {
                        let column = walk.column_at(quarter.start());
                        if let Some(people) = column.and_then(|column| columns.get_mut(column)) {
                            people.extend_from_slice(actors);
                        }
                    }
                }
            }
            let mut census = Census::default();
            columns.iter().map(|people| census.count(people)).collect()
        })
    }

    fn visits(&self) -> &Vec<VisitSums> {
        self.visits.get_or_init(|| {
            let frame = &self.evaluation.frame;
            let mut columns = vec![VisitSums::default(); frame.columns.len()];
            for place in &self.group.spaces {
                let (space, ground) = self.evaluation.space(*place);
                let mut own = vec![VisitSums::default(); frame.columns.len()];
                for (tally, class) in space.visits.iter().zip(ground.visits) {
                    let mut walk = frame.walk();
                    for (quarter, count) in &tally.quarters {
                        let slot = walk.slot_at(quarter.start());
                        let slot = slot.filter(|slot| ground.counted.get(*slot).copied().unwrap_or_default());
                        let column = slot.and_then(|slot| frame.slots.get(slot)).map(|slot| slot.column);
                        if let Some(sums) = column.and_then(|column| own.get_mut(column)) {
                            sums.add(class, f64::from(*count));
                        }
                    }
                }
                // Which tables stand beside the visits counted, the ledger says.
                let standing =
                    if ground.tables.is_empty() { Vec::new() } else { self.line(*place, VISITS_BY_ORIGIN).tables };
                for (table, column, whole) in standing {
                    let (Some(table), Some(sums)) = (ground.tables.get(table), own.get_mut(column)) else { continue };
                    if whole {
                        *sums = VisitSums::default();
                    }
                    table.rows().for_each(|(class, value)| sums.add(class, value));
                }
                columns.iter_mut().zip(own).for_each(|(sums, own)| sums.merge(own));
            }
            columns
        })
    }
}

/// One row of keys in one column.
#[derive(Clone, Copy)]
pub struct Cell<'a> {
    row: &'a RowGround<'a>,
    at: usize,
    /// Its dates and instants.
    pub column: &'a Column,
}

impl<'a> Cell<'a> {
    /// The evaluation.
    pub const fn evaluation(&self) -> &'a Evaluation<'a> {
        self.row.evaluation
    }

    /// The spaces of the row, each with its place.
    pub fn spaces(&self) -> impl Iterator<Item = (usize, &'a SpaceMaterial, &'a Ground<'a>)> {
        let evaluation = self.row.evaluation;
        self.row.group.spaces.iter().map(move |place| {
            let (space, ground) = evaluation.space(*place);
            (*place, space, ground)
        })
    }

    /// Whether the indicator is expected in the space at this place.
    pub fn expected_in(&self, place: usize) -> bool {
        self.row.expected_in(place)
    }

    /// Whether the whole column lies ahead.
    pub fn is_ahead(&self) -> bool {
        self.column.span.from >= self.row.evaluation.now
    }

    /// What is told of a quantity, space by space; spaces where it is neither told nor expected are left out.
    pub fn by_space(&self, quantity: Quantity) -> Vec<(usize, Told)> {
        self.shares(quantity, |_| false)
    }

    /// The same of people, whom a space may also tell of days and windows of its own.
    pub fn people_by_space(&self, quantity: Quantity, metric: Metric) -> Vec<(usize, Told)> {
        self.shares(quantity, |place| self.own_window(place, metric).is_some() || self.tells_by_day(place, metric))
    }

    fn shares(&self, quantity: Quantity, told_otherwise: impl Fn(usize) -> bool) -> Vec<(usize, Told)> {
        let lines = self.row.lines(quantity);
        let mut shares = Vec::with_capacity(lines.len());
        for ((place, _, _), line) in self.spaces().zip(lines.iter()) {
            if (line.any || self.row.expected_in(place) || told_otherwise(place))
                && let Some(told) = line.columns.get(self.at)
            {
                shares.push((place, told.clone()));
            }
        }
        shares
    }

    /// What is told of a quantity over the spaces of the row.
    pub fn sum(&self, quantity: Quantity) -> Told {
        if self.row.group.narrow.post.is_some() || self.row.evaluation.filters.posts {
            return self.sum_of_posts(quantity);
        }
        self.row.sums(quantity).get(self.at).cloned().unwrap_or_default()
    }

    /// The posts published in the cell whose sheets are known, with the place of their space.
    pub fn posts(&self) -> impl Iterator<Item = (usize, &'a SheetRow)> {
        let evaluation = self.row.evaluation;
        let posts: &'a [(usize, usize)] = self.row.posts().get(self.at).map_or(&[], Vec::as_slice);
        posts
            .iter()
            .filter_map(move |(place, at)| evaluation.space(*place).0.sheets.get(*at).map(|sheet| (*place, sheet)))
    }

    /// A post's figure: told by the service, or else counted where such facts are covered.
    pub fn of_post(&self, place: usize, sheet: &SheetRow, metric: Metric) -> Option<(f64, Teller)> {
        if let Some(value) = told_figure(&sheet.told, metric) {
            return Some((value, Teller::PostLifetime));
        }
        let covered = &self.row.evaluation.space(place).0.covered;
        let kinds = metric.counted_as();
        let counted = covered.iter().any(|row| {
            matches!(row.coverage.what, What::Facts(kind) if kinds.contains(&kind)) && row.coverage.span.holds(sheet.at)
        });
        let sum =
            || sheet.counted.iter().filter(|(kind, _)| kinds.contains(kind)).map(|(_, count)| f64::from(*count)).sum();
        counted.then(|| (sum(), Teller::Counted))
    }

    /// Whether the row is not narrowed below the space, by split or filter.
    pub const fn is_whole(&self) -> bool {
        self.row.group.narrow.is_whole() && !self.row.evaluation.filters.below_space
    }

    /// The service's own figure of exactly this column, for figures that do not add up.
    pub fn own_window(&self, place: usize, metric: Metric) -> Option<Told> {
        let evaluation = self.row.evaluation;
        if evaluation.frame.hourly {
            return None;
        }
        let mut flows = evaluation.space(place).0.flows.iter();
        let flow = flows.find(|flow| flow.metric == metric && is_window(self.column, flow.from, flow.to))?;
        Some(window(evaluation, flow, self.column))
    }

    /// Whether the service tells this figure for single days inside the column.
    pub fn tells_by_day(&self, place: usize, metric: Metric) -> bool {
        let flows = &self.row.evaluation.space(place).0.flows;
        flows.iter().any(|flow| flow.metric == metric && flow.from < self.column.to && self.column.from < flow.to)
    }

    /// How many different people did any of these things in the cell. `Told::value` is their number.
    pub fn people(&self, kinds: &'static [FactKind]) -> Told {
        let mut told = self.sum(Quantity::of_facts(kinds));
        let people = self.row.people(kinds).get(self.at).copied().unwrap_or_default();
        told.value = crate::number::real(people);
        told.n = people;
        told
    }

    /// Visits by what their origin says.
    pub fn visits(&self) -> VisitSums {
        self.row.visits().get(self.at).copied().unwrap_or_default()
    }

    /// The figure of what is told. `lacks` names the metric whose absence a source may explain.
    pub fn figure(&self, told: &Told, lacks: Option<Metric>) -> Figure {
        let mut figure = told.figure(self.row.evaluation.zones);
        if self.row.evaluation.filters.posts && self.posts().next().is_none() {
            figure.status = Status::NotDefined;
            figure.caveats = vec![Caveat { code: "post-not-here", args: Vec::new() }];
            return figure;
        }
        let imports = &self.row.evaluation.material().imports;
        let used = |import: &&ImportInfo| told.imports.iter().any(|id| id == import.id);
        let newest = imports.iter().filter(used).filter_map(|import| import.newest).max();
        figure.freshness = newest.map(|at| at.0).or(figure.freshness);
        let incomplete = figure.status == Status::Missing
            || (figure.status == Status::Partial && told.spaces_told < told.spaces_asked);
        let explained =
            lacks.filter(|metric| incomplete && self.spaces().any(|(_, _, ground)| ground.lacks.contains(metric)));
        match explained {
            Some(Metric::Losses) if self.tells_gains() => {
                figure.caveats.push(Caveat { code: "gains-only", args: Vec::new() });
            }
            Some(metric) => {
                figure.caveats.push(Caveat { code: "not-exported", args: vec![("metric", metric.to_string())] })
            }
            None if figure.status == Status::Missing && figure.caveats.is_empty() => {
                figure.caveats.push(Caveat { code: "no-source", args: Vec::new() });
            }
            None => {}
        }
        figure
    }

    /// Whether a space of the row that hears of no losses hears of gains.
    fn tells_gains(&self) -> bool {
        self.spaces().any(|(_, space, ground)| {
            let told = space.flows.iter().any(|flow| flow.metric == Metric::Gains);
            ground.lacks.contains(&Metric::Losses) && (told || !ground.lacks.contains(&Metric::Gains))
        })
    }

    /// Whether the row's kind, if it has one, is a part of the quantity.
    pub fn takes_kind_of(&self, quantity: Quantity) -> bool {
        let kinds = quantity.kinds();
        let filters = self.row.evaluation.filters;
        let narrow = &self.row.group.narrow;
        kinds.is_empty()
            || kinds.iter().any(|kind| filters.takes_kind(*kind) && narrow.kind.is_none_or(|wanted| wanted == *kind))
    }

    /// The same over the posts of the row alone, each by its sheet.
    fn sum_of_posts(&self, quantity: Quantity) -> Told {
        let mut sum = Told::default();
        if !self.takes_kind_of(quantity) {
            return sum;
        }
        for (place, sheet) in self.posts() {
            let figure = match quantity.sheets {
                Sheets::Sum(metric) => self.of_post(place, sheet, metric),
                Sheets::Count => Some((1.0, Teller::PostsCounted)),
                Sheets::Nothing => None,
            };
            let mut told = Told { asked: 1, spaces_asked: 1, ..Told::default() };
            if let Some((value, teller)) = figure {
                told.value = value;
                told.n = 1;
                told.told = 1;
                told.spaces_told = 1;
                told.by(teller);
                told.credit_import(sheet.import);
                told.known_at(sheet.observed_at.unwrap_or(self.row.evaluation.now).0);
                if sheet.precision == model::Precision::MonthWeekdayHour && self.row.evaluation.finer_than_month {
                    told.remark(Remark::DayNotKnown);
                }
            }
            sum.add_space(&told);
        }
        sum
    }
}
