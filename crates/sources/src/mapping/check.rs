//! Finds the faults of a mapping before any file is read with it.

use super::{Mapping, Role, RowsAre, bad};
use crate::dates;
use crate::table::columns::fold;
use crate::trouble::Trouble;
use model::{ContentType, FactKind};

impl Mapping {
    /// The first fault, with the column it is in. `reason` is a stable word: the sentence depends on it.
    pub fn check(&self) -> Result<(), Trouble> {
        if self.columns.is_empty() {
            return Err(bad("no-column"));
        }
        self.check_place()?;
        self.check_columns()?;
        self.check_dates()?;
        match self.rows {
            RowsAre::Facts if self.column(Role::Kind).is_none() && self.constants.kind.is_none() => Err(bad("no-kind")),
            RowsAre::Days if !self.columns.iter().any(|column| matches!(column.is, Role::Figure(_))) => {
                Err(bad("no-figure"))
            }
            RowsAre::Facts => match self.columns.iter().find(|column| matches!(column.is, Role::Figure(_))) {
                Some(column) => Err(bad("figure-of-fact").field(&column.header)),
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }

    fn check_place(&self) -> Result<(), Trouble> {
        if let Some(zone) = &self.zone {
            dates::zone(zone)?;
        }
        if let Some(name) = &self.table.encoding {
            encoding_rs::Encoding::for_label(name.as_bytes()).ok_or_else(|| bad("encoding").with("value", name))?;
        }
        if self.table.header_row == Some(0) {
            return Err(bad("header-row"));
        }
        Ok(())
    }

    fn check_columns(&self) -> Result<(), Trouble> {
        for (place, column) in self.columns.iter().enumerate() {
            let fault = |reason| bad(reason).field(&column.header);
            if column.header.trim().is_empty() {
                return Err(bad("header-empty").with("value", column.is.as_str()));
            }
            let before = self.columns.iter().take(place);
            for earlier in before {
                if fold(&earlier.header) == fold(&column.header) {
                    return Err(fault("header-twice"));
                }
                if earlier.is == column.is {
                    return Err(fault("role-twice").with("value", column.is.as_str()));
                }
            }
            if column.format.is_some() && column.is != Role::At {
                return Err(fault("format-not-date"));
            }
            for word in column.values.values() {
                let known = match column.is {
                    Role::ContentType => word.parse::<ContentType>().is_ok(),
                    Role::Kind => word.parse::<FactKind>().is_ok(),
                    _ => true,
                };
                if !known {
                    return Err(fault("value-unknown").with("value", word));
                }
            }
        }
        Ok(())
    }

    fn check_dates(&self) -> Result<(), Trouble> {
        if let Some(column) = self.column(Role::At) {
            return check_format(column.format.as_deref()).map_err(|trouble| trouble.field(&column.header));
        }
        if self.rows != RowsAre::Posts {
            return Err(bad("no-date"));
        }
        let parts = [Role::Month, Role::Weekday, Role::Hour];
        if parts.into_iter().all(|part| self.column(part).is_none()) {
            return Err(bad("no-date"));
        }
        if let Some(absent) = parts.into_iter().find(|part| self.column(*part).is_none()) {
            return Err(bad("no-part").with("value", absent.as_str()));
        }
        if self.column(Role::Year).is_none() && self.constants.year.is_none() {
            return Err(bad("no-part").with("value", Role::Year.as_str()));
        }
        if self.weekday_one.is_none() {
            return Err(bad("weekday-one"));
        }
        Ok(())
    }
}

/// A pattern must at least give a year, a month and a day.
fn check_format(format: Option<&str>) -> Result<(), Trouble> {
    match format {
        None | Some("auto" | "day-first" | "month-first" | "epoch") => Ok(()),
        Some(pattern) => {
            let has = |marks: &[&str]| marks.iter().any(|mark| pattern.contains(mark));
            let whole = has(&["%F", "%D", "%s"])
                || (has(&["%Y", "%y"]) && has(&["%m", "%b", "%B", "%-m"]) && has(&["%d", "%e", "%-d"]));
            if whole { Ok(()) } else { Err(bad("format").with("value", pattern)) }
        }
    }
}
