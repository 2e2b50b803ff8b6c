-- People by table, gender and status.
select p.label as period, n.table_name, n.la_code, n.gender, n.status, count(*) as people
from salt_lts004_numerator n
cross join period p
group by p.label, n.table_name, n.la_code, n.gender, n.status
order by n.table_name, n.la_code, n.gender, n.status
