-- Rows lie where an import writes them, one after the other, instead of where their ids, which are hashes, scatter them
-- (ADR 0011). Facts are a heap beside a unique index of their ids; figures lie by post and metric: one that was told
-- before can only lie there. A figure of no post has the post 0.
create table fact_as_told (
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
);
insert into fact_as_told (space_id, id, kind, at, zone_rule, actor_id, person_id, content_type, post_id, reply_to_id,
    provenance, text, url, import_id)
    select space_id, id, kind, at, zone_rule, actor_id, person_id, content_type, post_id, reply_to_id,
    provenance, text, url, import_id from fact;
drop table fact;
alter table fact_as_told rename to fact;
-- With the id at its end, a page of facts is cut inside the index.
create index fact_at on fact (space_id, kind, at, person_id, id);
create index fact_post on fact (post_id, kind) where post_id is not null;

create table observation_by_post (
    space_id bigint not null references space (id) on delete cascade,
    id blob not null,
    post_id bigint not null default 0,
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
    primary key (space_id, post_id, metric, id)
) without rowid;
-- In two steps, each in the order of an index that is there: sorted as a whole, they would have to fit in memory.
insert into observation_by_post (space_id, id, post_id, breakdown, origin_id, metric, shape, value, day_from, day_to, zone,
    from_at, to_at, observed_at, at, import_id)
    select space_id, id, 0, breakdown, origin_id, metric, shape, value, day_from, day_to, zone,
    from_at, to_at, observed_at, at, import_id from observation where post_id is null;
insert into observation_by_post (space_id, id, post_id, breakdown, origin_id, metric, shape, value, day_from, day_to, zone,
    from_at, to_at, observed_at, at, import_id)
    select space_id, id, post_id, breakdown, origin_id, metric, shape, value, day_from, day_to, zone,
    from_at, to_at, observed_at, at, import_id from observation where post_id is not null order by post_id, metric;
drop table observation;
alter table observation_by_post rename to observation;
create index observation_space on observation
    (space_id, metric, shape, at, day_from, day_to, observed_at, zone, value, import_id, post_id, origin_id)
    where post_id = 0 and origin_id is null;
create index observation_origin on observation (space_id, metric, at) where origin_id is not null;

-- What the planner should expect, as before.
insert into sqlite_stat1 (tbl, idx, stat) values
    ('fact', 'sqlite_autoindex_fact_1', '1000000 50000 1'),
    ('fact', 'fact_at', '1000000 50000 5000 2 2 1'),
    ('fact', 'fact_post', '1000000 40 20');
analyze sqlite_schema;
