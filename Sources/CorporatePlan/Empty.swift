// CorporatePlan
