-- Carers by the support that they had.
select p.label as period, n.la_code, n.support_provided, count(*) as carers
from salt_lts003_numerator n
cross join period p
group by p.label, n.la_code, n.support_provided
order by n.la_code, n.support_provided
