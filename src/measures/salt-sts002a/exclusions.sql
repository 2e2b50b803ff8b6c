-- Nobody is left out here: who is counted is decided by the request that the spell followed, in STS001.
select la_code, person_id, cluster_no, cast(null as varchar) as reason
from salt_sts002a_population
where false
