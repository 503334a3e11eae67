-- Figures lie, in the index of their key, by post and metric instead of where their ids, which are hashes, scatter them:
-- one that was told before can only lie there (ADR 0011). A figure of no post has the post 0.
drop index observation_space;
drop index observation_post;
alter table observation drop constraint observation_pkey;
update observation set post_id = 0 where post_id is null;
alter table observation alter column post_id set default 0;
alter table observation alter column post_id set not null;
alter table observation add primary key (space_id, post_id, metric, id);
create index observation_space on observation
    (space_id, metric, shape, at, day_from, day_to, observed_at, zone, value, import_id, post_id, origin_id)
    where post_id = 0 and origin_id is null;

-- With the id at its end, a page of facts is cut inside the index.
drop index fact_at;
create index fact_at on fact (space_id, kind, at, person_id, id);
