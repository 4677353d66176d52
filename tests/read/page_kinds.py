"""Kinds of pages that ministries and cities have had since the nineties, each with what a reader should find in it.

Every page: its source, its sentences in order, words that no sentence may hold, its headings, how many tables and notes.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    source: str
    sentences: tuple[str, ...]
    furniture: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    tables: int = 0
    notes: int = 0


MENU = "<a href=a.html>組織の案内</a> <a href=b.html>採用の情報</a> <a href=c.html>統計の一覧</a> <a href=d.html>広報の資料</a>"
FOOT = "<hr><center><font size=-1>Copyright(C) 1998 例示庁. All Rights Reserved.</font></center>"

KINDS = {
    "nested_layout_tables": Kind(
        f"""<html><head><title>例示庁ホームページ</title></head><body bgcolor=white><table width=760 border=0 cellpadding=0><tr><td colspan=2><img src=logo.gif alt="例示庁"></td></tr>
<tr><td width=140 valign=top><table border=0><tr><td>{MENU.replace(" <a", "</td></tr><tr><td><a")}</td></tr></table></td>
<td valign=top><table width=600><tr><td><font size=5><b>平成10年度の施策について</b></font></td></tr><tr><td><p>例示庁は、平成10年度に三つの施策を行った。<p>第一に、河川の水質を調べた。<br>結果は別に公表している。</td></tr>
<tr><td><table border=1><tr><th>河川</th><th>地点数</th></tr><tr><td>例示川</td><td>12</td></tr><tr><td>見本川</td><td>8</td></tr></table></td></tr></table></td></tr></table>{FOOT}</body></html>""",
        ("例示庁は、平成10年度に三つの施策を行った。", "第一に、河川の水質を調べた。", "結果は別に公表している。"),
        ("組織の案内", "採用の情報", "All Rights"),
        tables=1,
    ),
    "br_paragraphs": Kind(
        f"""<html><body><center>{MENU}</center><hr><h2>市長のあいさつ</h2>市民の皆様には、日頃から市政に御協力をいただいております。<br>本市は、昭和30年に市となりました。<br><br>
　今年度は、道路と下水道の整備を進めます。<br>　また、図書館を新しく建てます。<br><br><div align=right>平成9年4月　例示市長</div>{FOOT}</body></html>""",
        (
            "市民の皆様には、日頃から市政に御協力をいただいております。",
            "本市は、昭和30年に市となりました。",
            "今年度は、道路と下水道の整備を進めます。",
            "また、図書館を新しく建てます。",
        ),
        ("組織の案内", "All Rights"),
        ("市長のあいさつ",),
    ),
    "br_in_font": Kind(
        f"""<html><body><table width=600 align=center><tr><td><font color=#003366 size=4><b>１．調査の目的</b></font><br><font size=2>この調査は、住民の意識を知るために行った。<br>対象は、二十歳以上の男女三千人である。</font><br><br>
<font color=#003366 size=4><b>２．調査の結果</b></font><br><font size=2>回収率は六十二％であった。</font></td></tr></table><div align=center>{MENU}</div></body></html>""",
        (
            "この調査は、住民の意識を知るために行った。",
            "対象は、二十歳以上の男女三千人である。",
            "回収率は六十二％であった。",
        ),
        ("組織の案内",),
    ),
    "definition_list": Kind(
        """<body><div id=header><a href="/">例示省</a></div><h1>用語の解説</h1><dl><dt>可処分所得</dt><dd>個人の所得から税などを引いたものをいう。</dd><dt>有効求人倍率</dt><dd>求人の数を求職者の数で割った値である。<p>景気とともに動く。</p></dd></dl><div id=footer>例示省 〒100-0000 東京都千代田区</div></body>""",
        ("個人の所得から税などを引いたものをいう。", "求人の数を求職者の数で割った値である。", "景気とともに動く。"),
        ("〒100",),
        ("用語の解説",),
    ),
    "news_list": Kind(
        """<body><nav id="gnavi"><ul><li><a href=a>政策</a></li><li><a href=b>申請</a></li></ul></nav><main><h1>報道発表の一覧</h1><p>過去一年の発表を載せています。</p><ul class="news"><li><time datetime="2023-05-01">令和5年5月1日</time> <a href=1.html>調査の結果を公表しました。</a></li>
<li><time datetime="2023-04-20">令和5年4月20日</time> <a href=2.html>検討会を開きます。</a></li></ul></main><footer><p>このサイトについて</p></footer></body>""",
        ("過去一年の発表を載せています。",),
        ("このサイトについて", "申請"),
        ("報道発表の一覧",),
    ),
    "press_conference": Kind(
        """<body><div class="breadcrumb"><a href="/">トップ</a> &gt; <a href="/kaiken">大臣会見</a> &gt; 令和5年6月2日</div><div id="contents"><h1>例示大臣記者会見の概要</h1><p>（令和5年6月2日（金）10:30～10:48　会見室）</p><h2>冒頭発言</h2><p>おはようございます。<br>本日の閣議で、二件を報告しました。</p>
<h2>質疑応答</h2><p>（問）予算の規模について伺います。</p><p>（答）現在、関係省庁と調整しています。<br>詳細は、まとまり次第お知らせします。</p><p>（以上）</p></div><div class="pagetop"><a href="#top">ページの先頭へ</a></div></body>""",
        (
            "おはようございます。",
            "本日の閣議で、二件を報告しました。",
            "予算の規模について伺います。",
            "現在、関係省庁と調整しています。",
            "詳細は、まとまり次第お知らせします。",
        ),
        ("ページの先頭へ", "大臣会見 >"),
        ("例示大臣記者会見の概要", "冒頭発言", "質疑応答"),
    ),
    "frame_body": Kind(
        """<html><body background=bg.gif><a name=top></a><p align=center><big><big>環境の現況</big></big></p><p>大気の汚染は、前年より改善した。測定局の九割が基準を満たした。</p><p>一方、騒音の苦情は増えている。</p><p align=right><a href=#top>▲上へ</a></p><p align=center>[<a href=index.html target=_top>目次</a>] [<a href=2.html>次へ</a>]</p></body></html>""",
        ("大気の汚染は、前年より改善した。", "測定局の九割が基準を満たした。", "一方、騒音の苦情は増えている。"),
        ("▲上へ", "次へ"),
    ),
    "definition_menu": Kind(
        """<body><div id="wrapper"><div id="local"><dl><dt>関連ページ</dt><dd><a href=a>制度の概要</a></dd><dd><a href=b>申請の手続</a></dd><dd><a href=c>様式の一覧</a></dd></dl></div><div id="main"><h1>医療費の助成</h1><p>対象となる方に、医療費の一部を助成します。</p><h2>手続</h2><ol><li>申請書に記入してください。</li><li>窓口に出してください。</li></ol></div></div></body>""",
        ("対象となる方に、医療費の一部を助成します。", "申請書に記入してください。", "窓口に出してください。"),
        ("様式の一覧", "関連ページ"),
        ("医療費の助成", "手続"),
    ),
    "tabs_and_accordion": Kind(
        """<body><header class="l-header"><p class="logo">例示市</p><button>メニュー</button></header><main><h1>ごみの出し方</h1><div class="tab"><ul role="tablist"><li role="tab">家庭</li><li role="tab">事業所</li></ul><div role="tabpanel"><p>家庭のごみは、朝八時までに出してください。</p></div><div role="tabpanel"><p>事業所のごみは、許可を受けた業者に頼んでください。</p></div></div>
<details><summary>粗大ごみについて</summary><p>電話で申し込んでください。</p></details></main></body>""",
        (
            "家庭のごみは、朝八時までに出してください。",
            "事業所のごみは、許可を受けた業者に頼んでください。",
            "電話で申し込んでください。",
        ),
        ("メニュー",),
        ("ごみの出し方",),
    ),
    "cards": Kind(
        """<body><div class="container"><div class="row"><div class="col"><h1>支援の制度</h1><p>三つの制度があります。</p></div></div><div class="row cards"><div class="card"><h2 class="card-title">融資</h2><p class="card-text">低い利率で資金を貸し出します。</p><a class="btn" href=1>詳しく見る</a></div><div class="card"><h2 class="card-title">補助</h2><p class="card-text">設備の費用の半分を補助します。</p><a class="btn" href=2>詳しく見る</a></div></div></div></body>""",
        ("三つの制度があります。", "低い利率で資金を貸し出します。", "設備の費用の半分を補助します。"),
        ("詳しく見る",),
        ("支援の制度", "融資", "補助"),
    ),
    "white_paper_chapter": Kind(
        """<body><table class="navi"><tr><td><a href=p.html>前節</a></td><td><a href=i.html>目次</a></td><td><a href=n.html>次節</a></td></tr></table><h3>第２節　雇用の動向</h3><h4>１　完全失業率</h4><p>　完全失業率は、２年ぶりに低下した<a href="#chu1" name="r1">（注１）</a>。</p><div align="center"><img src=z1.gif alt="第1-2-1図　完全失業率の推移"></div><p>　男女別にみると、男性の低下が大きい。</p><p><font size="2"><a name="chu1">（注１）</a>季節調整値。</font></p><table class="navi"><tr><td><a href=p.html>前節</a></td><td><a href=n.html>次節</a></td></tr></table></body>""",
        ("男女別にみると、男性の低下が大きい。",),
        ("前節", "次節"),
        ("雇用の動向", "完全失業率"),
    ),
    "sidebar_first": Kind(
        """<body><div class="column-left"><h2>カテゴリ</h2><ul><li><a href=1>くらし</a></li><li><a href=2>しごと</a></li><li><a href=3>まちづくり</a></li></ul><h2>よく見られるページ</h2><ul><li><a href=4>住民票の写し</a></li><li><a href=5>休日の診療所</a></li></ul></div><div class="column-center"><h1>住宅の耐震診断</h1><p>市は、木造の住宅の診断を無料で行う。申込みは、先着順とする。</p></div></body>""",
        ("市は、木造の住宅の診断を無料で行う。", "申込みは、先着順とする。"),
        ("住民票の写し", "まちづくり"),
        ("住宅の耐震診断",),
    ),
    "pre_text": Kind(
        """<html><body><pre>
                     例 示 審 議 会 答 申

  １  基本的な考え方

    審議会は、昨年十月から七回の審議を行った。
    その結果を、次のとおり答申する。

</pre></body></html>""",
        ("審議会は、昨年十月から七回の審議を行った。", "その結果を、次のとおり答申する。"),
    ),
    "table_of_press": Kind(
        """<body><div id="tmp_contents"><h1>定例会見</h1><table><tr><th scope="row">日時</th><td>令和5年3月1日</td></tr><tr><th scope="row">場所</th><td>会見室</td></tr></table><p>知事は、新しい計画を発表した。</p></div><div id="tmp_footer"><p>県庁：電話 000-000-0000</p></div></body>""",
        ("知事は、新しい計画を発表した。",),
        ("県庁：",),
        ("定例会見",),
        tables=1,
    ),
    "cms_contact": Kind(
        """<body><div id="voice"><h1>税の納付</h1><p>納付は、口座振替が便利です。申込みは、市内の金融機関で受け付けています。</p><div class="inquiry"><h2>お問い合わせ先</h2><p>税務課 電話：000-000-0000</p></div><div class="enquete"><form><p>このページの情報は役に立ちましたか？</p><label><input type=radio>役に立った</label><label><input type=radio>役に立たなかった</label><input type=submit value=送信></form></div></div></body>""",
        ("納付は、口座振替が便利です。", "申込みは、市内の金融機関で受け付けています。"),
        ("役に立った",),
        ("税の納付",),
    ),
    "nested_lists": Kind(
        """<body><main><h1>審査の基準</h1><ul><li>次の要件を満たすこと。<ol><li>法人であること。</li><li>三年以上の実績があること。</li></ol>いずれかを欠くときは、認めない。</li><li>書類に不備がないこと。</li></ul></main></body>""",
        (
            "次の要件を満たすこと。",
            "法人であること。",
            "三年以上の実績があること。",
            "いずれかを欠くときは、認めない。",
            "書類に不備がないこと。",
        ),
        (),
        ("審査の基準",),
    ),
    "spans_everywhere": Kind(
        """<body><div><div><div class="txtbox"><span style="font-size:large"><strong>計画の見直し</strong></span></div><div class="txtbox"><span>計画は、</span><span lang="EN-US">5</span><span>年ごとに見直す。</span><span>次は、令和七年度である。</span></div></div></div></body>""",
        ("計画は、5年ごとに見直す。", "次は、令和七年度である。"),
    ),
    "word_html": Kind(
        """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body lang=JA><div class=Section1><p class=MsoNormal align=center><b><span style='font-size:14.0pt'>会議の概要</span></b></p><p class=MsoNormal><span style='mso-spacerun:yes'>　</span>会議は、<span lang=EN-US>2</span>月に開かれた。<o:p></o:p></p><p class=MsoListParagraph style='text-indent:-21.0pt'><![if !supportLists]><span>①<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>出席者は十名であった。<o:p></o:p></p></div></body></html>""",
        ("会議は、2月に開かれた。",),
    ),
    "english_switch": Kind(
        """<body class="lang-ja"><div class="lang-switch"><a href=/en/>English</a><a href=/zh/>中文</a><a href=/ko/>한국어</a></div><article><h1>入国の手続</h1><p>短期の滞在には、査証が要らない国がある。</p><p>Please see the English page for details.</p></article></body>""",
        ("短期の滞在には、査証が要らない国がある。",),
        ("中文",),
        ("入国の手続",),
    ),
    "minutes_page": Kind(
        """<body><div id="bread"><a href=/>ホーム</a>＞<a href=/s>審議会</a>＞議事録</div><div id="honbun"><h2>第3回例示審議会議事録</h2><p>○会長　ただいまから会議を開きます。<br>本日は、二つの議題があります。</p><p>○見本委員　資料の三頁について質問します。</p></div><div id="sub"><ul><li><a href=1>第1回</a></li><li><a href=2>第2回</a></li></ul></div></body>""",
        ("ただいまから会議を開きます。", "本日は、二つの議題があります。", "資料の三頁について質問します。"),
        ("ホーム", "第1回"),
        ("第3回例示審議会議事録",),
    ),
}
