"""What the workbench shows of this room: one queue per thing that waits for somebody."""

from suggestions.cards.queues import QUEUES, Queue, queues_of

__all__ = ["QUEUES", "Queue", "queues_of"]
