using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;

namespace AirsPolicy.Fuzzing.Targets;

/// <summary>Bundles: a host takes the one that was built, to the byte, and nothing that was made of it.</summary>
internal sealed class BundleTarget : IFuzzTarget
{
    private readonly Lazy<byte[]> _built = new(() => BundleBuilder.Build(FuzzedPolicy.Model).ToArray());

    public string Name => "bundle";

    public IEnumerable<byte[]> Seeds() => [_built.Value];

    public void Read(byte[] input)
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        if (host.Load(input) is { Activated: true } taken && taken.Digest != Digest())
            throw new BrokenPromiseException("A bundle is taken that nobody built.");
    }

    private string? Digest()
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        return host.Load(_built.Value).Digest;
    }
}
