namespace AirsPolicy.Compiler.Compilation;

/// <summary>
/// A program with one of each construct that emission writes most. Compiling it makes the JIT compile the parts of the C# compiler that
/// every policy needs, which its package ships without native code.
/// </summary>
internal static class CompilerWarmUp
{
    private const string Code = """
        using AirsPolicy.Runtime.Facts;
        using AirsPolicy.Runtime.Programs;
        namespace P_warm;
        #line hidden
        public sealed class Program : PolicyProgram
        {
            public override void Decide(int point, FactFrame f, Evaluation e)
            {
                switch (point >> 6)
                {
                    case 0: Point0(f, e); return;
                    default: return;
                }
            }
            public override void Run(int block, FactFrame f, Evaluation e)
            {
                switch (block)
                {
                    default: return;
                }
            }
            public override bool Test(int test, FactFrame f, Evaluation e)
            {
                switch (test)
                {
                    case 0: return Test0(f, e);
                    default: return false;
                }
            }
            private static void Point0(FactFrame f, Evaluation e)
            {
        #line (1,1)-(1,2) "warm.airs"
                var Holds0 = (f.Long(0) > 2000L) && (!e.ReadBool(1, "warm") || (f.Long(2) is 1L or 2L));
        #line hidden
                if (e.Failed) e.FailRule(0);
        #line (1,1)-(1,2) "warm.airs"
                else if (Holds0) e.Fire(0, 4);
        #line hidden
            }
            private static bool Test0(FactFrame f, Evaluation e)
            {
        #line (2,1)-(2,2) "warm.airs"
                return e.ReadBool(0, "warm");
        #line hidden
            }
        }
        """;

    /// <summary>Compiles the program, and gives its assembly.</summary>
    public static PolicyAssembly Run() => AssemblyCompiler.Compile(Code);
}
