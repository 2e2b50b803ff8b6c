-- Requests by how the sequel was found, and the sequel.
select p.label as period, n.la_code, n.record_type, n.category, count(*) as row_count
from salt_sts001_numerator n
cross join period p
group by p.label, n.la_code, n.record_type, n.category
order by n.la_code, n.record_type, n.category
