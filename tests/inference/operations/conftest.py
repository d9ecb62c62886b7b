from hypothesis import settings

# Cores are shared with other work: how long an example takes says nothing here.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
