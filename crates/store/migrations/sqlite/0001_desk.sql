-- The desk: who works here, for whom, on what. Times are integers: milliseconds, UTC.
-- `autoincrement`: an id is never given twice, so that the audit log cannot come to speak of somebody else.
create table setting (
    key text not null primary key,
    value text not null
);

create table client (
    id integer primary key autoincrement,
    slug text not null unique,
    name text not null,
    zone text not null,
    created_at bigint not null,
    keep_raw_days bigint
);

create table space (
    id integer primary key autoincrement,
    client_id bigint not null references client (id) on delete cascade,
    slug text not null,
    name text not null,
    network bigint not null,
    created_at bigint not null,
    unique (client_id, slug)
);

create table person (
    id integer primary key autoincrement,
    email text not null unique,
    name text not null,
    role text not null,
    all_clients boolean not null,
    password text,
    language text,
    theme text,
    created_at bigint not null,
    disabled_at bigint
);

create table person_client (
    person_id bigint not null references person (id) on delete cascade,
    client_id bigint not null references client (id) on delete cascade,
    primary key (person_id, client_id)
);

create table session (
    hash blob not null primary key,
    person_id bigint references person (id) on delete cascade,
    data text not null,
    expires_at bigint not null
);
create index session_expires on session (expires_at);

create table sign_in_link (
    hash blob not null primary key,
    person_id bigint not null references person (id) on delete cascade,
    expires_at bigint not null
);

create table token (
    id integer primary key autoincrement,
    person_id bigint not null references person (id) on delete cascade,
    name text not null,
    hash blob not null unique,
    created_at bigint not null,
    last_used_at bigint,
    revoked_at bigint
);

create table audit (
    id integer primary key autoincrement,
    at bigint not null,
    person_id bigint,
    client_id bigint,
    action text not null,
    what text not null
);
create index audit_at on audit (at);

create table mapping (
    id integer primary key autoincrement,
    client_id bigint references client (id) on delete cascade,
    name text not null,
    headers text not null,
    text text not null,
    created_at bigint not null
);
create index mapping_headers on mapping (headers);

create table upload (
    id integer primary key autoincrement,
    client_id bigint references client (id) on delete cascade,
    person_id bigint references person (id) on delete set null,
    name text not null,
    path text not null,
    size bigint not null,
    state text not null,
    choices text not null default '{}',
    outcome text not null default '{}',
    created_at bigint not null
);
