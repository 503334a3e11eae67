-- The history: what was taken in, its facts, figures and visits, and their exact roll-ups.
-- Codes of network, kind, metric… are those of the `model` crate. Pages are 32 UTC days (3,072 quarter-hours).
-- Rows that come by the million refer to their space alone: `vigie check` looks for the other references, which
-- the program only ever writes together with what they point to (ADR 0003).
create table import (
    id integer primary key autoincrement,
    client_id bigint not null references client (id) on delete cascade,
    space_id bigint not null references space (id) on delete cascade,
    person_id bigint,
    provenance bigint not null,
    format text not null,
    name text not null,
    hash text not null,
    choices text not null default '{}',
    lacks text not null default '',
    at bigint not null,
    rows_read bigint not null default 0,
    posts bigint not null default 0,
    facts bigint not null default 0,
    observations bigint not null default 0,
    visits bigint not null default 0,
    duplicates bigint not null default 0,
    bad bigint not null default 0,
    seen text not null default '[]',
    bad_lines text not null default '[]',
    oldest_at bigint,
    newest_at bigint
);
create index import_space on import (space_id, at);
create index import_hash on import (hash);

-- Files as they came, packed, once for each content; which import they belong to, its hash says.
create table raw (
    hash text not null primary key,
    size bigint not null,
    bytes blob not null
);

create table actor (
    id integer primary key,
    client_id bigint not null references client (id) on delete cascade,
    side bigint not null,
    key blob not null,
    display text,
    unique (client_id, key)
);

-- The team is a handful among thousands.
create index actor_team on actor (client_id) where side = 2;

create table post (
    id integer primary key,
    space_id bigint not null references space (id) on delete cascade,
    native text not null,
    at bigint,
    zone_rule bigint not null default 1,
    precision bigint not null default 1,
    content_type bigint not null default 0,
    text text,
    url text,
    import_id bigint not null,
    unique (space_id, native)
);
create index post_at on post (space_id, at);

create table fact (
    space_id bigint not null references space (id) on delete cascade,
    id blob not null,
    kind bigint not null,
    at bigint not null,
    zone_rule bigint not null,
    actor_id bigint,
    person_id bigint not null default 0,
    content_type bigint not null default 0,
    post_id bigint,
    reply_to_id bigint,
    provenance bigint not null,
    text text,
    url text,
    import_id bigint not null,
    primary key (space_id, id)
) without rowid;
create index fact_at on fact (space_id, kind, at, person_id);
create index fact_post on fact (post_id, kind) where post_id is not null;

-- Of visits that an audience tool tells by origin, `breakdown` says how its table is sorted (code of `model::Breakdown`);
-- both it and the origin are null for figures of a space or of a post.
create table observation (
    space_id bigint not null references space (id) on delete cascade,
    id blob not null,
    post_id bigint,
    breakdown bigint,
    origin_id bigint,
    metric bigint not null,
    shape bigint not null,
    value double precision not null,
    day_from bigint,
    day_to bigint,
    zone text,
    from_at bigint,
    to_at bigint,
    observed_at bigint,
    at bigint,
    import_id bigint not null,
    primary key (space_id, id)
) without rowid;
-- All that a question about the space as a whole reads, in order of time; its last two columns are always null, but
-- without them SQLite goes and looks, row by row.
create index observation_space on observation
    (space_id, metric, shape, at, day_from, day_to, observed_at, zone, value, import_id, post_id, origin_id)
    where post_id is null and origin_id is null;
create index observation_origin on observation (space_id, metric, at) where origin_id is not null;
create index observation_post on observation (post_id, metric) where post_id is not null;

create table origin (
    id integer primary key,
    key text not null unique,
    origin text not null
);

create table visit (
    id integer primary key,
    space_id bigint not null references space (id) on delete cascade,
    visitor blob not null,
    from_at bigint not null,
    last_at bigint not null,
    origin_id bigint not null,
    landing text not null,
    pages bigint not null,
    import_id bigint not null
);
create index visit_visitor on visit (space_id, visitor, from_at);
create index visit_from on visit (space_id, from_at);

create table coverage (
    space_id bigint not null references space (id) on delete cascade,
    what bigint not null,
    from_at bigint not null,
    to_at bigint not null,
    import_id bigint not null,
    primary key (space_id, what, from_at, to_at)
);

-- Roll-ups: kept in the same transaction as the rows above; `vigie check` recounts them.
create table tally (
    space_id bigint not null references space (id) on delete cascade,
    kind bigint not null,
    person_id bigint not null,
    content_type bigint not null,
    page bigint not null,
    quarters blob not null,
    primary key (space_id, kind, page, person_id, content_type)
) without rowid;

create table actor_set (
    space_id bigint not null references space (id) on delete cascade,
    kind bigint not null,
    page bigint not null,
    quarters blob not null,
    primary key (space_id, kind, page)
) without rowid;

create table sheet (
    space_id bigint not null references space (id) on delete cascade,
    page bigint not null,
    posts blob not null,
    primary key (space_id, page)
) without rowid;

create table visit_tally (
    space_id bigint not null references space (id) on delete cascade,
    origin_id bigint not null,
    page bigint not null,
    quarters blob not null,
    primary key (space_id, page, origin_id)
) without rowid;

-- What the planner should expect of a history: left to guess, it walks through all facts of a space where the index by
-- kind and time leads to a handful.
analyze;
insert into sqlite_stat1 (tbl, idx, stat) values
    ('fact', 'fact', '1000000 50000 1'),
    ('fact', 'fact_at', '1000000 50000 5000 2 2'),
    ('fact', 'fact_post', '1000000 40 20');
analyze sqlite_schema;
