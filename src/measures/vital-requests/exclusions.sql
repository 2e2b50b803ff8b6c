-- Requests that are not counted: those of people under 18 when the request began.
select record_id, 'under 18' as reason
from vital_requests_population
where age < 18
