-- How strong an outcome is where several stand at the end of a request or a spell: STS001 and STS002a take the strongest, 1 before 19.
-- Any other, and none, comes last.
select *
from (values
  ('Progress to reablement/ST-Max', 1),
  ('Progress to assessment, review or reassessment', 2),
  ('Admitted to hospital', 3),
  ('Progress to support planning or services', 5),
  ('Release 1 specification only: Not mapped', 6),
  ('Continuation of support or services', 7),
  ('NFA: Support ended as planned', 8),
  ('NFA: Deceased', 11),
  ('NFA: Responsibility moved to another local authority', 12),
  ('NFA: Information and advice or signposting', 14),
  ('NFA: Self-funded client or under 12wk disregard', 15),
  ('NFA: Support declined', 16),
  ('NFA: Other', 19)
) as listed(outcome, strength)
