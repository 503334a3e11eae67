-- Files of any size: a file is kept in pieces, so that none of it is ever whole in memory.
create table raw_in_pieces (
    hash text not null,
    place bigint not null,
    size bigint not null,
    bytes blob not null,
    primary key (hash, place)
);
insert into raw_in_pieces (hash, place, size, bytes) select hash, 0, size, bytes from raw;
drop table raw;
alter table raw_in_pieces rename to raw;
