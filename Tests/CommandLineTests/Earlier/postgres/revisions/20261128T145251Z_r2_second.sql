-- revision: r2
-- down-revision: r1
-- message: second
-- created: 2026-11-28T14:52:51Z
-- dialect: postgresql
-- transaction: yes

-- upgrade
CREATE TABLE shop.line (
    id bigint NOT NULL,
    item bigint,
    CONSTRAINT line_pkey PRIMARY KEY (id),
    CONSTRAINT line_item_fkey FOREIGN KEY (item) REFERENCES shop.item(id)
);

-- downgrade
-- hazard (data loss): deletes all rows of table line
DROP TABLE shop.line;
