using Archwright.Primitives;

namespace Archwright.Analysis.Tests.Segmentation;

public class MinimumCutTests
{
    [Fact]
    public void A_chain_is_cut_at_its_weakest_link()
    {
        var cut = new MinimumCut(4);
        cut.AddTerminal(0, 100, 0);
        cut.AddTerminal(3, 0, 100);
        cut.AddEdge(0, 1, 5, 5);
        cut.AddEdge(1, 2, 2, 2);
        cut.AddEdge(2, 3, 5, 5);

        cut.Solve().ShouldBe([true, true, false, false]);
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    [InlineData(4UL)]
    [InlineData(5UL)]
    public void No_other_division_costs_less(ulong seed)
    {
        const int Nodes = 9;
        var random = new SeededRandom(seed);
        var cut = new MinimumCut(Nodes);
        double[,] edge = new double[Nodes, Nodes];
        double[,] terminal = new double[Nodes, 2];
        for (int a = 0; a < Nodes; a++)
        {
            terminal[a, 0] = random.Next(10);
            terminal[a, 1] = random.Next(10);
            cut.AddTerminal(a, terminal[a, 0], terminal[a, 1]);
            for (int b = a + 1; b < Nodes; b++)
            {
                if (random.NextDouble() < 0.5)
                    continue;
                edge[a, b] = random.Next(6);
                edge[b, a] = random.Next(6);
                cut.AddEdge(a, b, edge[a, b], edge[b, a]);
            }
        }

        double Cost(Func<int, bool> source)
        {
            double sum = 0;
            for (int a = 0; a < Nodes; a++)
            {
                sum += terminal[a, source(a) ? 1 : 0];
                for (int b = 0; b < Nodes; b++)
                    sum += source(a) && !source(b) ? edge[a, b] : 0;
            }

            return sum;
        }

        bool[] side = cut.Solve();
        double least = Enumerable.Range(0, 1 << Nodes).Min(mask => Cost(v => (mask >> v & 1) == 1));

        Cost(v => side[v]).ShouldBe(least, 1e-3);
    }
}
