-- People by table, row, setting and delivery.
select p.label as period, n.table_name, n.la_code, n.row_value, n.service_type, n.mechanism as delivery_mechanism, count(*) as people
from salt_lts001_numerator n
cross join period p
group by p.label, n.table_name, n.la_code, n.row_value, n.service_type, n.mechanism
order by n.table_name, n.la_code, n.row_value, n.service_type, n.mechanism
