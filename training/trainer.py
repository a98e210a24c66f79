"""A model under training: one step, the averaged weights, and the state on disk from which a run goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training.batches import Rows
from training.data import Pairs
from training.model import Transformer
from training.recipe import Recipe
from training.shape import Shape

_AVERAGE_EVERY = 4
_DECAY = 0.01


class Trainer:
    """Weights, their averages and the optimiser, all on one device."""

    def __init__(self, shape: Shape, recipe: Recipe, device: str) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe = recipe
        self.device = device
        self.step = 0
        self.model = Transformer(shape, recipe.dropout).to(device)
        self.names, self.weights = zip(*self.model.named_parameters(), strict=True)
        self.averages = [weight.detach().clone() for weight in self.weights]
        matrices = [weight for weight in self.weights if weight.dim() > 1 and weight is not self.model.embedding.weight]
        others = [weight for weight in self.weights if weight.dim() == 1 or weight is self.model.embedding.weight]
        groups = [{"params": matrices, "weight_decay": _DECAY}, {"params": others, "weight_decay": 0.0}]
        self.optimiser = torch.optim.AdamW(groups, lr=recipe.peak, betas=(0.9, 0.98), eps=1e-9, fused=True)

    def learn(self, pairs: Pairs, rows: Rows, share: float) -> Tensor:
        """One step on a batch, at this share of the time; the loss before it in nats a piece, still on the device."""
        for group in self.optimiser.param_groups:
            group["lr"] = self.recipe.rate(self.step, share)
        self.optimiser.zero_grad(set_to_none=True)
        with self.halved():
            loss = self.model(*pairs.tensors(rows), self.recipe.smoothing)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.weights, 1.0)
        self.optimiser.step()
        self.step += 1
        if self.step % _AVERAGE_EVERY == 0:
            self._average()
        return loss.detach()

    def _average(self) -> None:
        """Early weights are forgotten faster, or the averages would long stay behind."""
        kept = min(self.recipe.memory, (self.step + 1) / (self.step + 10)) ** _AVERAGE_EVERY
        torch._foreach_lerp_(self.averages, [weight.detach() for weight in self.weights], 1 - kept)

    def halved(self) -> Any:
        """Matrix products in bfloat16."""
        return torch.autocast(self.device, dtype=torch.bfloat16)

    @contextmanager
    def averaged(self) -> Iterator[Transformer]:
        """The model with the averaged weights in it, to be judged."""
        own = [weight.detach().clone() for weight in self.weights]
        self._put(self.averages)
        self.model.eval()
        try:
            with torch.no_grad(), self.halved():
                yield self.model
        finally:
            self._put(own)
            self.model.train()

    def _put(self, values: list[Tensor]) -> None:
        with torch.no_grad():
            torch._foreach_copy_(list(self.weights), values)

    def save(self, file: Path, spent: float) -> None:
        """Write all that a later run needs; `spent`: seconds of training so far."""
        state = {
            "shape": asdict(self.model.shape),
            "recipe": asdict(self.recipe),
            "step": self.step,
            "spent": spent,
            "model": self.model.state_dict(),
            "averages": dict(zip(self.names, self.averages, strict=True)),
            "optimiser": self.optimiser.state_dict(),
        }
        # Moved into place, so that a run that is killed while it writes leaves the state before.
        beside = file.with_suffix(".new")
        torch.save(state, beside)
        beside.replace(file)

    def load(self, file: Path) -> float:
        """Go on from a state; the seconds of training that are in it. Raises SystemExit where the shapes differ."""
        state = torch.load(file, map_location=self.device, weights_only=True)
        if Shape(**state["shape"]) != self.model.shape:
            raise SystemExit(f"{file} holds another model, {state['shape']}: choose another folder for this run")
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.averages = [state["averages"][name] for name in self.names]
        self.step = state["step"]
        return float(state["spent"])
