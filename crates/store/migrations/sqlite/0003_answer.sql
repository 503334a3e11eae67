-- Answers to surveys, as exports of survey tools tell them. A respondent is a keyed hash: no name, no mail address.
create table answer (
    space_id bigint not null references space (id) on delete cascade,
    id blob not null,
    survey text not null,
    respondent blob not null,
    question text not null,
    choice text,
    position bigint not null,
    value text not null,
    submitted_at bigint,
    zone_rule bigint not null,
    complete boolean,
    import_id bigint not null,
    primary key (space_id, id)
) without rowid;
create index answer_survey on answer (space_id, survey, position);

alter table import add column answers bigint not null default 0;
