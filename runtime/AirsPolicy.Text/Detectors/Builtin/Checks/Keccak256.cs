using System.Buffers.Binary;
using System.Numerics;

namespace AirsPolicy.Text.Detectors.Builtin.Checks;

/// <summary>
/// Keccak-256 with its first padding, as Ethereum uses it (The Keccak reference, version 3.0), of texts shorter than one block.
/// </summary>
internal static class Keccak256
{
    /// <summary>The bytes of a block.</summary>
    private const int Rate = 136;

    private static ReadOnlySpan<ulong> Rounds =>
        [
            0x0000000000000001,
            0x0000000000008082,
            0x800000000000808A,
            0x8000000080008000,
            0x000000000000808B,
            0x0000000080000001,
            0x8000000080008081,
            0x8000000000008009,
            0x000000000000008A,
            0x0000000000000088,
            0x0000000080008009,
            0x000000008000000A,
            0x000000008000808B,
            0x800000000000008B,
            0x8000000000008089,
            0x8000000000008003,
            0x8000000000008002,
            0x8000000000000080,
            0x000000000000800A,
            0x800000008000000A,
            0x8000000080008081,
            0x8000000000008080,
            0x0000000080000001,
            0x8000000080008008,
        ];

    private static ReadOnlySpan<byte> Rotations =>
        [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44];

    private static ReadOnlySpan<byte> Lanes => [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];

    /// <summary>Writes the first 32 bytes of the state.</summary>
    /// <param name="message">Fewer bytes than a block.</param>
    /// <param name="hash">32 bytes.</param>
    public static void Hash(ReadOnlySpan<byte> message, Span<byte> hash)
    {
        Span<byte> block = stackalloc byte[Rate];
        block.Clear();
        message.CopyTo(block);
        block[message.Length] = 1;
        block[^1] |= 0x80;
        Span<ulong> state = stackalloc ulong[25];
        state.Clear();
        for (var i = 0; i < Rate / 8; i++)
            state[i] = BinaryPrimitives.ReadUInt64LittleEndian(block[(8 * i)..]);
        Span<ulong> parity = stackalloc ulong[5];
        foreach (var round in Rounds)
            Permute(state, parity, round);
        for (var i = 0; i < 4; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(hash[(8 * i)..], state[i]);
    }

    private static void Permute(Span<ulong> state, Span<ulong> parity, ulong round)
    {
        for (var x = 0; x < 5; x++)
            parity[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
        for (var x = 0; x < 5; x++)
        {
            var change = parity[(x + 4) % 5] ^ BitOperations.RotateLeft(parity[(x + 1) % 5], 1);
            for (var y = 0; y < 25; y += 5)
                state[y + x] ^= change;
        }
        var moved = state[1];
        for (var i = 0; i < 24; i++)
            (state[Lanes[i]], moved) = (BitOperations.RotateLeft(moved, Rotations[i]), state[Lanes[i]]);
        for (var y = 0; y < 25; y += 5)
        {
            state.Slice(y, 5).CopyTo(parity);
            for (var x = 0; x < 5; x++)
                state[y + x] = parity[x] ^ (~parity[(x + 1) % 5] & parity[(x + 2) % 5]);
        }
        state[0] ^= round;
    }
}
