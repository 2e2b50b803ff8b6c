-- Spells by how what followed was found, and what followed.
select p.label as period, n.la_code, n.record_type, n.category, count(*) as row_count
from salt_sts002a_numerator n
cross join period p
group by p.label, n.la_code, n.record_type, n.category
order by n.la_code, n.record_type, n.category
