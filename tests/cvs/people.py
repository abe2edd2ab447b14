"""Invented people and their CVs, as blocks that a layout can set."""

# A block is (kind, words...): name, contact, head, row (left, right), line, item.

HAORAN = [
    ("name", "Haoran Wu"),
    ("contact", "haoran.wu@example.edu", "+86 138 0013 8000",
     "https://haoran.example.org", "github.com/haoranwu-example"),
    ("head", "Education"),
    ("row", "Example University, School of Computer Science", "Sep 2023 – Jun 2028 (expected)"),
    ("line", "Ph.D. in Computer Science, GPA 3.9/4.0"),
    ("row", "Sample Institute of Technology", "Sep 2019 – Jun 2023"),
    ("line", "B.Eng. in Software Engineering, GPA 3.8/4.0"),
    ("head", "Experience"),
    ("row", "Northwind Research Lab", "Jun 2025 – Sep 2025"),
    ("line", "Research Intern, Networking Group"),
    ("item", "Traced the tail latency of a flow scheduler to one lock and removed it."),
    ("item", "Wrote an efficient filter that offloads traffic of five offices to the network card."),
    ("row", "Contoso Cloud", "Jul 2022 – Dec 2022"),
    ("line", "Software Engineering Intern"),
    ("item", "Configured the first office of a fleet in 2021 style, final results in two weeks."),
    ("head", "Publications"),
    ("line", "[1] Haoran Wu, Jia Sun, and Lars Berg. Efficient Offloading of Flow Filters. "
             "In Proceedings of the Example Systems Conference (EXSYS), 2025."),
    ("line", "[2] Jia Sun and Haoran Wu. “Measuring Queue Inflation in Small Networks.” "
             "Journal of Examples, 12(3), 2024. doi:10.5555/1234567"),
    ("head", "Skills"),
    ("line", "Programming: Rust, C, C++, Python"),
    ("line", "Tools: Linux, eBPF, Docker, Git"),
    ("head", "Interests"),
    ("line", "Long walks, chess and the history of the telegraph."),
]

XIAOWEN = [
    ("name", "马晓雯"),
    ("contact", "手机：138 0013 8000", "邮箱：xiaowen.ma@example.cn",
     "主页：https://xiaowen.example.cn"),
    ("head", "教育背景"),
    ("row", "示例大学 计算机科学与技术 硕士", "2023.09 – 2026.06"),
    ("line", "GPA：3.7/4.0，研究方向：网络系统与可验证计算"),
    ("row", "样本理工大学 软件工程 本科", "2019.09 – 2023.06"),
    ("head", "实习经历"),
    ("row", "北风科技有限公司 后端开发实习生", "2025.06 – 2025.09"),
    ("item", "负责流量调度模块的开发，将长尾时延降低了三成。"),
    ("item", "用 Rust 重写日志收集工具，部署到两百台服务器。"),
    ("head", "论文发表"),
    ("line", "[1] 马晓雯, 王磊. 面向小型网络的流量调度方法[J]. 计算机示例学报, 2024."),
    ("head", "专业技能"),
    ("line", "编程语言：Rust、C++、Python"),
    ("line", "开发工具：Linux、Docker、Git"),
    ("head", "自我评价"),
    ("line", "做事认真，乐于沟通，长期坚持长跑。页面风格简洁，青年志愿者。"),
]

ZIMO = [
    ("name", "Zimo Lin 林子墨"),
    ("contact", "Email: zimo.lin@example.org", "Tel: +1 202-555-0143",
     "https://www.linkedin.com/in/zimolin-example"),
    ("head", "Education 教育经历"),
    ("row", "Placeholder University, M.Sc. in Statistics", "2024 – present"),
    ("row", "范例大学，统计学，学士", "2020年9月 – 2024年6月"),
    ("head", "Work Experience 工作经历"),
    ("row", "Data Analyst, Fabrikam Insurance", "03/2023 – 08/2023"),
    ("item", "Built the monthly report of claims and cut its running time from hours to minutes."),
    ("item", "搭建每月理赔报表，将运行时间从数小时缩短到几分钟，并为同事编写了使用说明。"),
    ("head", "Skills 技能"),
    ("line", "R, Python, SQL, 数据可视化"),
    ("head", "About me 自我介绍"),
    ("line", "I like small data, plain words and long winters; I am looking for a research internship."),
    ("line", "我喜欢小数据、平实的语言和漫长的冬天，正在寻找一份为期三个月的研究实习。"),
]

# A sidebar and a main column.
OLIVIA = (
    [
        ("head", "Contact"),
        ("line", "olivia.brandt@example.com"),
        ("line", "+44 20 7946 0958"),
        ("line", "orcid.org/0000-0002-1825-0097"),
        ("head", "Skills"),
        ("line", "Verilog, SystemVerilog"),
        ("line", "Python, Tcl"),
        ("line", "Formal verification"),
        ("head", "Languages"),
        ("line", "English, German"),
    ],
    [
        ("head", "Profile"),
        ("line", "Engineer who proves that small circuits do what their papers say, and "
                 "likes to explain it to people who do not read proofs."),
        ("head", "Education"),
        ("line", "2021–2025 PhD, Electronic Engineering, Specimen College"),
        ("line", "2016–2020 BSc, Physics, University of Anywhere"),
        ("head", "Employment"),
        ("line", "2025–present Verification Engineer, Tailspin Semiconductors"),
        ("item", "Found eleven faults before the first silicon and wrote the report on each."),
        ("item", "Runs the weekly reading group, which has never been cancelled."),
        ("line", "2020–2021 Laboratory Assistant, Specimen College"),
        ("item", "Kept four benches calibrated and forty students unhurt."),
        ("head", "References"),
        ("line", "Available on request."),
    ],
)
