-- Local identifiers that stand alone on some rows and beside an NHS number on others, in any council: the rows with the identifier
-- alone cannot be placed.
select local_id
from salt_sent
where local_id is not null
group by local_id
having count(nhs_id) between 1 and count(*) - 1
