"""Reads graphs as JSON lines, writes what networkx makes of each: the other half of networkx.test.ts."""

import json
import sys

import networkx as nx

for line in sys.stdin:
    given = json.loads(line)
    directed = nx.DiGraph()
    directed.add_nodes_from(given["nodes"])
    directed.add_edges_from(given["arcs"])
    graph = directed.to_undirected()
    nodes = given["nodes"]
    harmonic = nx.harmonic_centrality(graph)
    most = max(len(nodes) - 1, 1)
    components = [len(part) for part in nx.connected_components(graph)]
    pagerank = nx.pagerank(directed, alpha=0.85, tol=1e-13, max_iter=10000)
    answer = {
        "betweenness": nx.betweenness_centrality(graph),
        "harmonic": {node: harmonic[node] / most for node in nodes},
        "core": nx.core_number(graph),
        "clustering": nx.clustering(graph),
        "pagerank": pagerank,
        "transitivity": nx.transitivity(graph),
        "averageClustering": nx.average_clustering(graph),
        "reciprocity": nx.overall_reciprocity(directed) if directed.number_of_edges() else None,
        "density": nx.density(directed),
        "giant": max(components) / len(nodes),
        "isolates": nx.number_of_isolates(graph) / len(nodes),
        "cliques": sum(1 for clique in nx.find_cliques(graph) if len(clique) >= 3),
    }
    print(json.dumps(answer))
