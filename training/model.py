"""The Transformer, written so that every weight has one place in CTranslate2's own (see `export.py`)."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.shape import PAD, Shape, positions


def attend(query: Tensor, key: Tensor, value: Tensor, heads: int, mask: Tensor | None = None) -> Tensor:
    """(batch, time, width) each → the same; without a mask every place sees what stands before it and itself.

    `mask`: (batch, 1, 1, time of key), true where there is something to see.
    """
    query, key, value = (x.view(*x.shape[:2], heads, -1).transpose(1, 2) for x in (query, key, value))
    mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask, is_causal=mask is None)
    return mixed.transpose(1, 2).flatten(2)


class SelfAttention(nn.Module):
    """Every place looks at the others: at those that the mask shows, or at the earlier ones."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.norm = nn.LayerNorm(shape.width)
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)

    def forward(self, stream: Tensor, mask: Tensor | None = None) -> Tensor:
        query, key, value = self.qkv(self.norm(stream)).chunk(3, dim=-1)
        return self.out(attend(query, key, value, self.heads, mask))


class CrossAttention(nn.Module):
    """Every English place looks at the encoded Chinese."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.norm = nn.LayerNorm(shape.width)
        self.q = nn.Linear(shape.width, shape.width)
        self.kv = nn.Linear(shape.width, 2 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)

    def forward(self, stream: Tensor, encoded: Tensor, mask: Tensor) -> Tensor:
        key, value = self.kv(encoded).chunk(2, dim=-1)
        return self.out(attend(self.q(self.norm(stream)), key, value, self.heads, mask))


class FeedForward(nn.Module):
    """Every place by itself."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(shape.width)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.drop = nn.Dropout(dropout)

    def forward(self, stream: Tensor) -> Tensor:
        return self.down(self.drop(functional.relu(self.up(self.norm(stream)))))


class EncoderLayer(nn.Module):
    """Self-attention, then feed-forward, each added to the stream."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.attention = SelfAttention(shape)
        self.feed = FeedForward(shape, dropout)
        self.drop = nn.Dropout(dropout)

    def forward(self, stream: Tensor, mask: Tensor) -> Tensor:
        stream = stream + self.drop(self.attention(stream, mask))
        return stream + self.drop(self.feed(stream))


class DecoderLayer(nn.Module):
    """Self-attention over what was said, a look at the Chinese, feed-forward."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.attention = SelfAttention(shape)
        self.cross = CrossAttention(shape)
        self.feed = FeedForward(shape, dropout)
        self.drop = nn.Dropout(dropout)

    def forward(self, stream: Tensor, encoded: Tensor, mask: Tensor) -> Tensor:
        stream = stream + self.drop(self.attention(stream))
        stream = stream + self.drop(self.cross(stream, encoded, mask))
        return stream + self.drop(self.feed(stream))


class Transformer(nn.Module):
    """Chinese pieces → the chances of each English piece. All ids are (batch, time), filled up with PAD at the end."""

    table: Tensor

    def __init__(self, shape: Shape, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(shape.vocabulary, shape.width, padding_idx=PAD)
        self.encoder = nn.ModuleList(EncoderLayer(shape, dropout) for _ in range(shape.encoder))
        self.encoder_norm = nn.LayerNorm(shape.width)
        self.decoder = nn.ModuleList(DecoderLayer(shape, dropout) for _ in range(shape.decoder))
        self.decoder_norm = nn.LayerNorm(shape.width)
        self.bias = nn.Parameter(torch.zeros(shape.vocabulary))
        self.drop = nn.Dropout(dropout)
        self.register_buffer("table", torch.from_numpy(positions(shape)), persistent=False)
        self._begin()

    def _begin(self) -> None:
        """First weights; what is added to a stream is the smaller the more layers add to it."""
        for name, weight in self.named_parameters():
            if weight.dim() > 1:
                nn.init.xavier_uniform_(weight)
            if name.endswith((".out.weight", ".down.weight")):
                additions = 2 * self.shape.encoder if name.startswith("encoder") else 3 * self.shape.decoder
                weight.data.mul_(additions**-0.5)
        nn.init.normal_(self.embedding.weight, std=self.shape.width**-0.5)
        self.embedding.weight.data[PAD].zero_()

    def _embedded(self, ids: Tensor) -> Tensor:
        return self.drop(self.embedding(ids) * math.sqrt(self.shape.width) + self.table[: ids.shape[1]])

    def encode(self, source: Tensor) -> tuple[Tensor, Tensor]:
        """The encoded Chinese (batch, time, width), and the mask of what in it is no padding."""
        mask = (source != PAD)[:, None, None, :]
        stream = self._embedded(source)
        for layer in self.encoder:
            stream = layer(stream, mask)
        return self.encoder_norm(stream), mask

    def decode(self, given: Tensor, encoded: Tensor, mask: Tensor) -> Tensor:
        """The stream after each of the given English pieces, (batch, time, width)."""
        stream = self._embedded(given)
        for layer in self.decoder:
            stream = layer(stream, encoded, mask)
        return self.decoder_norm(stream)

    def logits(self, stream: Tensor) -> Tensor:
        """What may follow: (…, width) → (…, vocabulary)."""
        return functional.linear(stream, self.embedding.weight, self.bias)

    def forward(self, source: Tensor, given: Tensor, wanted: Tensor, smoothing: float = 0.0) -> Tensor:
        """The mean cross-entropy of the wanted pieces, in nats a piece."""
        logits = self.logits(self.decode(given, *self.encode(source)).flatten(0, 1)).float()
        return functional.cross_entropy(logits, wanted.flatten(), ignore_index=PAD, label_smoothing=smoothing)
