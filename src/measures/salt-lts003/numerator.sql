-- Each carer once in each council, under the support that ranks first.
select
  la_code,
  person_id,
  case min(support_rank)
    when 1 then 'Direct Payment only'
    when 2 then 'CASSR Managed Personal Budget'
    when 3 then 'CASSR Commissioned Support only'
    when 4 then 'Support Direct to Carer: Unknown Delivery Mech'
    when 5 then 'Information, Advice and Other Universal Services / Signposting'
    else 'No Direct Support Provided to Carer'
  end as support_provided
from salt_lts003_cohort
where support_rank is not null
group by la_code, person_id
