-- Visits that an audience tool tells by origin are figures too: how their table is sorted (code of `model::Breakdown`) and
-- the origin of the row. Both are null for figures of a space or of a post.
alter table observation add column breakdown bigint;
alter table observation add column origin_id bigint;
