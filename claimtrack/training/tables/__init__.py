"""What rules and logistic models run on, counted and fitted: lexicons, weights, frequencies."""
