"""What Alembic runs: the revisions, through the connection it was given."""

from alembic import context

from casedesk.store.state import state

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=state.metadata,
    render_as_batch=True,  # SQLite changes a table by copying it
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
